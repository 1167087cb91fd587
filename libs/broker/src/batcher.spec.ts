import { jest } from '@jest/globals';
import { Batcher, type Sized } from './batcher.js';

const WITHIN_MS = 5;

/** A message as a batcher sees it, with a number to know it by. */
interface Numbered extends Sized {
  readonly n: number;
}

const numbered = (n: number, length = 1): Numbered => ({ n, message: { body: { length } } });

describe('Batcher', () => {
  let begun: number[][];
  let endings: (() => void)[];

  beforeEach(() => {
    jest.useFakeTimers();
    begun = [];
    endings = [];
  });
  afterEach(() => jest.useRealTimers());

  function batcher(limits: { size: number; inFlight: number; bytes?: number }): Batcher<Numbered> {
    return new Batcher<Numbered>({ bytes: 1_000, withinMs: WITHIN_MS, ...limits }, (batch) => {
      begun.push(batch.map(({ n }) => n));
      return new Promise((resolve) => endings.push(resolve));
    });
  }

  const endOne = async (): Promise<void> => {
    endings.shift()?.();
    await jest.advanceTimersByTimeAsync(0);
  };

  it('lets a batch grow while all places are taken, and hands it over as soon as one is free', async () => {
    const one = batcher({ size: 100, inFlight: 1 });
    one.add(numbered(1));
    await jest.advanceTimersByTimeAsync(WITHIN_MS);
    for (const n of [2, 3, 4]) {
      one.add(numbered(n));
      await jest.advanceTimersByTimeAsync(10 * WITHIN_MS);
    }
    expect(begun).toEqual([[1]]);
    await endOne();
    expect(begun).toEqual([[1], [2, 3, 4]]);
  });

  it('does not hand over before its time what began to form while a place was free', async () => {
    const one = batcher({ size: 100, inFlight: 2 });
    one.add(numbered(1));
    await jest.advanceTimersByTimeAsync(WITHIN_MS);
    one.add(numbered(2));
    await endOne();
    expect(begun).toEqual([[1]]);
    await jest.advanceTimersByTimeAsync(WITHIN_MS);
    expect(begun).toEqual([[1], [2]]);
  });

  it('keeps full batches in their order before the one that is forming', async () => {
    const one = batcher({ size: 2, inFlight: 1 });
    for (const n of [1, 2, 3, 4, 5]) one.add(numbered(n));
    await jest.advanceTimersByTimeAsync(WITHIN_MS);
    await endOne();
    await endOne();
    expect(begun).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('holds no more than its bytes while it waits for a place', async () => {
    const one = batcher({ size: 100, inFlight: 1, bytes: 10 });
    one.add(numbered(1, 10));
    for (const n of [2, 3, 4]) one.add(numbered(n, 5));
    await jest.advanceTimersByTimeAsync(WITHIN_MS);
    await endOne();
    await endOne();
    expect(begun).toEqual([[1], [2, 3], [4]]);
  });

  it('drops on `forget` what no handler has seen, and what was due with it', async () => {
    const one = batcher({ size: 100, inFlight: 1 });
    one.add(numbered(1));
    await jest.advanceTimersByTimeAsync(WITHIN_MS);
    one.add(numbered(2));
    await jest.advanceTimersByTimeAsync(WITHIN_MS);
    one.forget();
    one.add(numbered(3));
    await endOne();
    expect(begun).toEqual([[1]]);
    await jest.advanceTimersByTimeAsync(WITHIN_MS);
    expect(begun).toEqual([[1], [3]]);
  });
});
