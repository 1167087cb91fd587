import { settlesWithin } from './settles-within.js';

const LONG_MS = 60_000;

describe('waiting for work', () => {
  it('ends with the work', async () => {
    expect(await settlesWithin(LONG_MS, Promise.resolve('result'))).toBe(true);
    await expect(settlesWithin(LONG_MS, Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  });

  it('ends without it when it takes longer', async () => {
    expect(await settlesWithin(1, new Promise(() => undefined))).toBe(false);
  });
});
