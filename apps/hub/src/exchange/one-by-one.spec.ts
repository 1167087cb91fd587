import { LONE_FAILURES_ALLOWED, settleOneByOne } from './one-by-one.js';

const never = (): boolean => false;

describe('settling a batch one by one', () => {
  it('does everything at once while nothing fails', async () => {
    const calls: number[] = [];
    const settled = await settleOneByOne(
      [1, 2, 3],
      (items) => (calls.push(items.length), Promise.resolve(items.map((n) => n * 2))),
      never,
    );
    expect(settled).toEqual([{ result: 2 }, { result: 4 }, { result: 6 }]);
    expect(calls).toEqual([3]);
  });

  it('finds the one bad item among healthy ones and tries it five times by itself', async () => {
    let alone = 0;
    const work = (items: readonly number[]): Promise<number[]> => {
      if (items.length === 1 && items[0] === 5) alone += 1;
      return items.includes(5) ? Promise.reject(new Error('five')) : Promise.resolve([...items]);
    };
    const settled = await settleOneByOne([1, 2, 3, 4, 5, 6, 7], work, never);
    expect(settled.map((each) => ('poison' in each ? 'poison' : each.result))).toEqual([1, 2, 3, 4, 'poison', 6, 7]);
    expect(alone).toBe(LONE_FAILURES_ALLOWED);
  });

  it('takes an item that fails only for a while', async () => {
    let failures = 3;
    const settled = await settleOneByOne(
      [1],
      () => (failures-- > 0 ? Promise.reject(new Error('later')) : Promise.resolve(['done'])),
      never,
    );
    expect(settled).toEqual([{ result: 'done' }]);
  });

  it('ends at once on a failure that is nobody’s fault', async () => {
    const away = new Error('away');
    await expect(
      settleOneByOne(
        [1, 2],
        () => Promise.reject(away),
        (error) => error === away,
      ),
    ).rejects.toBe(away);
  });
});
