/** How often a single item may fail by itself before it is given up. */
export const LONE_FAILURES_ALLOWED = 5;

const PAUSE_MS = 50;

/** Either what the work made of an item, or the error with which it failed every time it was tried alone. */
export type Settled<R> = { readonly result: R } | { readonly poison: unknown };

/**
 * Does `work` on all items at once; where that fails, on halves, down to the one item that is at fault. That one is tried
 * five times by itself before it is given up as poison, so one bad document never takes good ones with it.
 * `work` must be repeatable: items may be passed to it more than once. `spare(error)` names failures that are nobody's
 * fault (an outage, a stop): they end the whole call.
 */
export async function settleOneByOne<T, R>(
  items: readonly T[],
  work: (items: readonly T[]) => Promise<readonly R[]>,
  spare: (error: unknown) => boolean,
): Promise<Settled<R>[]> {
  try {
    return (await work(items)).map((result) => ({ result }));
  } catch (error) {
    if (spare(error)) throw error;
    if (items.length === 1) return [await tryAlone(items, work, spare)];
  }
  const middle = Math.ceil(items.length / 2);
  const first = await settleOneByOne(items.slice(0, middle), work, spare);
  return [...first, ...(await settleOneByOne(items.slice(middle), work, spare))];
}

async function tryAlone<T, R>(
  item: readonly T[],
  work: (items: readonly T[]) => Promise<readonly R[]>,
  spare: (error: unknown) => boolean,
): Promise<Settled<R>> {
  for (let failures = 1; ; failures += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * failures));
    try {
      return { result: (await work(item))[0] as R };
    } catch (error) {
      if (spare(error)) throw error;
      // The failure that led here was the first one.
      if (failures + 1 >= LONE_FAILURES_ALLOWED) return { poison: error };
    }
  }
}
