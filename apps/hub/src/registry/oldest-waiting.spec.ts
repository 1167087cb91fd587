import { jest } from '@jest/globals';
import { type HubStore } from '#store';
import { OldestWaiting } from './oldest-waiting.js';

type Answer = (since: ReadonlyMap<string, number>) => void;

describe('Since when the oldest waits', () => {
  let asked: { answer: Answer; fail: () => void }[];
  let oldest: OldestWaiting;
  let clock: number;

  beforeEach(() => {
    asked = [];
    clock = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => clock);
    const oldestOfEach = (): Promise<ReadonlyMap<string, number>> =>
      new Promise((answer, reject) => asked.push({ answer, fail: () => reject(new Error('away')) }));
    oldest = new OldestWaiting({ overview: { oldestOfEach } } as unknown as HubStore);
  });
  afterEach(() => jest.restoreAllMocks());

  const H53 = new Map([['h53', 7]]);

  it('is read once for all who ask, however long that takes, and again a second after it was', async () => {
    const first = Array.from({ length: 50 }, () => oldest.now());
    clock = 60_000;
    const later = Array.from({ length: 50 }, () => oldest.now());
    expect(asked).toHaveLength(1);
    asked[0]?.answer(H53);
    for (const each of [...first, ...later]) expect(await each).toMatchObject({ since: H53, isLate: false });
    clock += 999;
    await oldest.now();
    expect(asked).toHaveLength(1);
    clock += 1;
    void oldest.now();
    expect(asked).toHaveLength(2);
  });

  it('is not known before it could be read, and later is what was read last, with its time', async () => {
    const none = oldest.now();
    asked[0]?.fail();
    expect(await none).toBeUndefined();
    clock += 1_000;
    const read = oldest.now();
    asked[1]?.answer(H53);
    const { at } = (await read) ?? {};
    expect(Math.abs(Date.now() - (at ?? 0))).toBeLessThan(60_000);
    clock += 1_000;
    const late = oldest.now();
    asked[2]?.fail();
    expect(await late).toEqual({ since: H53, at, isLate: true });
    clock += 1_000;
    const back = oldest.now();
    asked[3]?.answer(new Map());
    expect(await back).toMatchObject({ since: new Map(), isLate: false });
  });
});
