import { type Clock, openLoop } from './open-loop.js';

/** A clock that goes only when somebody waits, or when a hand takes its time. */
class SlowClock implements Clock {
  ms = 1_000;
  readonly pauses: number[] = [];

  now(): number {
    return this.ms;
  }

  pause(ms: number): Promise<void> {
    this.pauses.push(ms);
    this.ms += ms;
    return Promise.resolve();
  }
}

const never = new AbortController().signal;
const everyTenMs = (number: number): number => number * 10;

describe('The open loop', () => {
  it('hands each out at its own moment', async () => {
    const clock = new SlowClock();
    const handed: [number, number, number][] = [];
    const schedule = { count: 4, dueMs: everyTenMs };
    const count = await openLoop(schedule, (number, dueAt) => handed.push([number, dueAt, clock.ms]), {
      signal: never,
      clock,
    });
    expect(count).toBe(4);
    expect(handed).toEqual([
      [0, 1_000, 1_000],
      [1, 1_010, 1_010],
      [2, 1_020, 1_020],
      [3, 1_030, 1_030],
    ]);
  });

  it('does not move later moments when it falls behind, and hands out at once what is overdue', async () => {
    const clock = new SlowClock();
    const handed: { dueAt: number; at: number }[] = [];
    const stall = (number: number, dueAt: number): void => {
      handed.push({ dueAt, at: clock.ms });
      if (number === 1) clock.ms += 35;
    };
    await openLoop({ count: 7, dueMs: everyTenMs }, stall, { signal: never, clock });
    expect(handed.map(({ dueAt }) => dueAt)).toEqual([1_000, 1_010, 1_020, 1_030, 1_040, 1_050, 1_060]);
    expect(handed.map(({ at }) => at)).toEqual([1_000, 1_010, 1_045, 1_045, 1_045, 1_050, 1_060]);
  });

  it('waits for no answer', async () => {
    let open = 0;
    const neverAnswered = (): void => void new Promise(() => (open += 1));
    await openLoop({ count: 500, dueMs: () => 0 }, neverAnswered, { signal: never, clock: new SlowClock() });
    expect(open).toBe(500);
  });

  it('stops when told to, and says how many it handed out', async () => {
    const stop = new AbortController();
    const hand = (number: number): void => {
      if (number === 2) stop.abort();
    };
    const clock = new SlowClock();
    expect(await openLoop({ count: 100, dueMs: everyTenMs }, hand, { signal: stop.signal, clock })).toBe(3);
  });
});
