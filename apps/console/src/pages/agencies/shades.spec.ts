import { PROVINCE_TILES } from './province-tiles.js';
import { boundsOf, endOf, shadeOf } from './shades.js';

describe('the shades of the map', () => {
  it('hold about as many provinces each', () => {
    const counts = [0, 0, 1, 2, 3, 4, 50, 60, 700, 9000];
    const bounds = boundsOf(counts);
    expect(bounds).toEqual([1, 3, 50, 700]);
    expect(counts.map((count) => shadeOf(count, bounds))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect([1, 2, 3, 4].map((shade) => endOf(shade, bounds))).toEqual([2, 49, 699, undefined]);
  });

  it.each([
    [[], []],
    [[0, 0], []],
    [[5], [5]],
    [[7, 7, 7, 7], [7]],
  ])('are as few as counts differ: %j', (counts, bounds) => {
    expect(boundsOf(counts)).toEqual(bounds);
  });
});

describe('the tiles', () => {
  it('are the 63 provinces, each once and on a place of its own', () => {
    const branches = PROVINCE_TILES.map(({ branch }) => branch).sort();
    expect(branches).toEqual(Array.from({ length: 63 }, (_none, index) => `H${String(index + 1).padStart(2, '0')}`));
    expect(new Set(PROVINCE_TILES.map(({ column, row }) => `${column} ${row}`)).size).toBe(63);
  });
});
