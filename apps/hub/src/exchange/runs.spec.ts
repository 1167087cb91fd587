import { runsOf } from './runs.js';

describe('cutting items into runs', () => {
  const size = (item: number): number => item;

  it.each([
    [[], []],
    [[5, 5], [[5, 5]]],
    [
      [5, 5, 1],
      [[5, 5], [1]],
    ],
    [
      [20, 1],
      [[20], [1]],
    ],
    [
      [1, 20, 1],
      [[1], [20], [1]],
    ],
  ])('cuts %j at 10 into %j', (items, runs) => {
    expect(runsOf(items, size, 10)).toEqual(runs);
  });
});
