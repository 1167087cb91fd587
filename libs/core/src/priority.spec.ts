import { isBusinessType } from './business-type.js';
import { PRIORITY_NAMES, isPriority, isUrgent } from './priority.js';

describe('Priorities', () => {
  it('are five, and all but the first are urgent', () => {
    expect(PRIORITY_NAMES).toHaveLength(5);
    expect(([0, 1, 2, 3, 4] as const).map(isUrgent)).toEqual([false, true, true, true, true]);
  });

  it.each([-1, 5, 1.5, Number.NaN])('%d is none', (value) => {
    expect(isPriority(value)).toBe(false);
    expect(isBusinessType(value)).toBe(false);
  });
});
