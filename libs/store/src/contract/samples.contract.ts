import { type HubStore } from '../hub-store.js';

/** The numbers of samples. */
export function samplesContract(store: () => HubStore): void {
  const series = { agency: '000.00.00.H53', year: 2026, notation: 'UBND-GT' };

  it('gives each number of a series once, also to many who ask together', async () => {
    const { sampleNumbers } = store();
    const given = await Promise.all(Array.from({ length: 8 }, () => sampleNumbers.take(series)));
    expect(given.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await sampleNumbers.next(series)).toBe(9);
    expect(await sampleNumbers.take(series)).toBe(9);
  });

  it.each([{ agency: '000.00.00.G22' }, { year: 2027 }, { notation: 'BC-UBND-GT' }])(
    'counts each agency, year and notation by itself (%j)',
    async (other) => {
      await store().sampleNumbers.take(series);
      expect(await store().sampleNumbers.take({ ...series, ...other })).toBe(1);
    },
  );
}
