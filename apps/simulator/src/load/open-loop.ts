import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';

/** The clock a run goes by, in milliseconds. */
export interface Clock {
  now(): number;
  /** Resolves after about so long; earlier when `signal` is aborted. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

/** The time of this machine. */
export const MACHINE_CLOCK: Clock = {
  now: () => performance.now(),
  pause: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
};

/** What an open loop hands out: so many things, the n-th due at so many milliseconds from the start. */
export interface Schedule {
  readonly count: number;
  readonly dueMs: (number: number) => number;
}

/** So many that are overdue are handed out in one go; then answers get their turn. */
const AT_ONCE = 16;

/**
 * Calls `hand` for each number at its moment, and never later because of what came before: `hand` is not waited for, and a
 * machine that falls behind hands out everything that is due at once. Resolves with how many were handed out: all, unless
 * `signal` was aborted before.
 */
export async function openLoop(
  { count, dueMs }: Schedule,
  hand: (number: number, dueAt: number) => void,
  {
    signal,
    clock = MACHINE_CLOCK,
    startedAt = clock.now(),
  }: { signal: AbortSignal; clock?: Clock; startedAt?: number },
): Promise<number> {
  let number = 0;
  while (number < count && !signal.aborted) {
    const early = startedAt + dueMs(number) - clock.now();
    if (early > 0) {
      await clock.pause(early, signal);
      continue;
    }
    hand(number, startedAt + dueMs(number));
    number += 1;
    if (number % AT_ONCE === 0) await breathe();
  }
  return number;
}
