import { aimsOf } from './delays-aims.js';
import { type LoadTimes } from './delays-run.js';

const times = (p50: number, p95: number, p99: number): LoadTimes => {
  const percentiles = { count: 1, p50, p95, p99, max: p99 };
  return { acceptance: percentiles, arrival: percentiles };
};
const verdicts = (...[delays]: Parameters<typeof aimsOf>): boolean[] => aimsOf(delays).map(({ isMet }) => isMet);

describe('The aims of the delays', () => {
  it('say nothing of what was not measured', () => {
    expect(aimsOf({})).toEqual([]);
  });

  it.each([
    [50, 500, [true, true]],
    [50.1, 500, [false, true]],
    [50, 500.1, [true, false]],
  ])('hold arrival, p50 %d and p99 %d, to its limits', (p50, p99, expected) => {
    expect(verdicts({ steady: times(p50, 60, p99) })).toEqual(expected);
  });

  it.each([
    ['a few milliseconds more', 40, 59, true],
    ['a few percent more', 400, 470, true],
    ['both more', 100, 121, false],
    ['less', 100, 90, true],
  ])('let a dead system cost the others %s', (_what, steady, dead, isMet) => {
    expect(verdicts({ steady: times(1, steady, 1), dead: times(1, dead, 1) }).at(-1)).toBe(isMet);
  });

  it('judge each backlog, and the memory of the hub, by itself', () => {
    const { arrival } = times(1, 900, 1);
    const urgent = {
      inbox: { arrival, stillWaiting: 1 },
      hub: { arrival: times(1, 1100, 1).arrival, stillWaiting: 1 },
    };
    const large = { bodyMb: 1, acceptedSeconds: 1, arrivedSeconds: 1, hubPeakMemoryMb: 513 };
    expect(verdicts({ urgent, large })).toEqual([true, false, false]);
  });
});
