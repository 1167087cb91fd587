import { useEffect, useRef, useState } from 'react';
import { type DeadLetter } from '#wire';
import { call, pathOf } from '../../api/call.js';
import { client } from '../../api/queries.js';
import { idsOf, type Retried, retryEach } from './retrying.js';

/** So many that stopping still means something, and the list of what failed can be read. */
export const MOST_AT_ONCE = 2000;

const PAGE = 500;

/** Where a bulk retry stands. */
export type Task =
  | { readonly step: 'counting'; readonly found: number }
  | { readonly step: 'unknown'; readonly error: unknown }
  | { readonly step: 'asking'; readonly ids: readonly string[]; readonly isMore: boolean }
  | { readonly step: 'running'; readonly soFar: Retried; readonly isStopping: boolean }
  | { readonly step: 'ended'; readonly soFar: Retried };

interface RetryTask {
  readonly task: Task;
  readonly start: (ids: readonly string[]) => void;
  /** After the one in hand. */
  readonly stop: () => void;
}

/** Counts what is to be retried, and retries it once started. Leaving the page stops it. */
export function useRetryTask(chosen: readonly string[] | undefined, queue: string): RetryTask {
  const [task, setTask] = useState<Task>(
    chosen === undefined ? { step: 'counting', found: 0 } : { step: 'asking', ids: chosen, isMore: false },
  );
  const stopping = useRef(new AbortController());
  useEffect(() => {
    const left = new AbortController();
    stopping.current = left;
    if (chosen === undefined) void count(queue, (counted) => !left.signal.aborted && setTask(counted));
    return () => left.abort();
    // What was asked for does not change while the dialog stands.
  }, []);
  return {
    task,
    start: (ids) => void run(ids, stopping.current.signal, setTask),
    stop: () => {
      stopping.current.abort();
      setTask((now) => (now.step === 'running' ? { ...now, isStopping: true } : now));
    },
  };
}

async function count(queue: string, tell: (task: Task) => void): Promise<void> {
  const page = (cursor: string | undefined): Promise<{ items: DeadLetter[]; next?: string }> =>
    call(pathOf('/dead-letters', { open: true, queue, limit: PAGE, cursor }));
  try {
    const found = await idsOf(page, MOST_AT_ONCE, (so) => tell({ step: 'counting', found: so }));
    tell({ step: 'asking', ...found });
  } catch (error) {
    tell({ step: 'unknown', error });
  }
}

async function run(
  ids: readonly string[],
  signal: AbortSignal,
  tell: (next: (now: Task) => Task) => void,
): Promise<void> {
  const begun: Retried = { count: ids.length, retried: 0, failed: [], isAway: false };
  tell(() => ({ step: 'running', soFar: begun, isStopping: false }));
  const soFar = await retryEach({
    ids,
    signal,
    retry: (id) => call(`/dead-letters/${encodeURIComponent(id)}/retry`, { method: 'POST' }),
    onProgress: (now) =>
      tell((before) => ({ step: 'running', soFar: now, isStopping: 'isStopping' in before && before.isStopping })),
  });
  tell(() => ({ step: 'ended', soFar }));
  await client.invalidateQueries();
}
