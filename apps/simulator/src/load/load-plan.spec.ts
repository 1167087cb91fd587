import { type LoadSettings } from '#wire';
import { aLoad } from '../../../../test/support/load-settings.js';
import { LoadPlan } from './load-plan.js';

function plan(over: Partial<LoadSettings>): LoadPlan {
  return new LoadPlan(aLoad({ forMs: 10_000, ...over }));
}

describe('The plan of a load', () => {
  it.each([1, 1.5, 2, 2.7, 3, 3.3, 12.25])('has %d recipients on average, in a mixture', (recipients) => {
    const load = plan({ recipients });
    expect(load.deliveriesOf(1_000) / 1_000).toBeCloseTo(recipients, 1);
    const counts = new Set(Array.from({ length: 100 }, (_, number) => load.recipientsOf(number).length));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(counts.size).toBeGreaterThanOrEqual(recipients >= 2 ? 3 : Math.ceil(recipients));
  });

  it('names no recipient twice, and gives every agency its share', () => {
    const load = plan({ recipients: 3.3 });
    const shares = Array.from({ length: load.agencies }, () => 0);
    for (let number = 0; number < 1_000; number += 1) {
      const agencies = load.recipientsOf(number);
      expect(new Set(agencies).size).toBe(agencies.length);
      for (const agency of agencies) shares[agency] = (shares[agency] ?? 0) + 1;
    }
    expect(Math.max(...shares) / Math.min(...shares)).toBeLessThan(1.2);
  });

  it('spreads the sizes of a mix by their parts', () => {
    const load = plan({
      mix: [
        { parts: 30, bytes: 100 },
        { parts: 10, bytes: 10_000 },
        { parts: 1, bytes: 100_000 },
      ],
    });
    const sizes = Array.from({ length: 410 }, (_, number) => load.sizeOf(number));
    const of = (bytes: number): number => sizes.filter((size) => size === bytes).length;
    expect([of(100), of(10_000), of(100_000)]).toEqual([300, 100, 10]);
    // Never two of the 10 KB ones side by side.
    expect(sizes.some((size, number) => size === 10_000 && sizes[number + 1] === 10_000)).toBe(false);
  });

  it.each([0, 0.1, 0.25, 1])('makes a share of %d urgent', (urgent) => {
    const load = plan({ urgent });
    const numbers = Array.from({ length: 1_000 }, (_, number) => number).filter((number) => load.isUrgent(number));
    expect(Math.abs(numbers.length - urgent * 1_000)).toBeLessThanOrEqual(2);
  });

  it.each([3, 3.3])('gives urgent documents as many recipients as others: %d', (average) => {
    const load = plan({ urgent: 0.1, recipients: average });
    const urgent = Array.from({ length: 1_000 }, (_, number) => number).filter((number) => load.isUrgent(number));
    const recipients = urgent.reduce((sum, number) => sum + load.recipientsOf(number).length, 0);
    expect(Math.abs(recipients / urgent.length - average)).toBeLessThan(0.15);
  });

  it('has every document due at its own moment', () => {
    const load = plan({ rate: 200, forMs: 60_000 });
    expect(load.documents).toBe(12_000);
    expect(load.dueMs(1)).toBe(5);
    expect(load.dueMs(12_000)).toBe(60_000);
    expect(plan({ rate: 0.1, forMs: 1_000 }).documents).toBe(1);
  });
});
