import { useSyncExternalStore } from 'react';

let awaySince: number | undefined;
const listeners = new Set<() => void>();

/** Notes that a call was answered, or not; the moment of the first call that was not is kept until one is. */
export function noteReach(isThere: boolean): void {
  const next = isThere ? undefined : (awaySince ?? Date.now());
  if (next === awaySince) return;
  awaySince = next;
  for (const listener of listeners) listener();
}

/** Since when the hub does not answer, in milliseconds since 1970; undefined while it does. */
export function useAwaySince(): number | undefined {
  return useSyncExternalStore(subscribe, () => awaySince);
}

/** Calls `listener` whenever the hub goes or comes; returns how to stop. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls `act` when the hub, away now, answers again; returns how to stop waiting for it. */
export function onReturn(act: () => void): () => void {
  return subscribe(() => {
    if (isReached()) act();
  });
}

/** Whether the last call was answered. */
export function isReached(): boolean {
  return awaySince === undefined;
}
