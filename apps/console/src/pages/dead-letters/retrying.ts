import { HubAwayError } from '../../api/failures.js';

/** How far a bulk retry is. */
export interface Retried {
  readonly count: number;
  readonly retried: number;
  /** What failed again, with why; in the order in which it was tried. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[];
  /** The hub went away: whatever is left was not touched. */
  readonly isAway: boolean;
}

/** How many were tried. */
export function done({ retried, failed }: Retried): number {
  return retried + failed.length;
}

interface Retry {
  readonly ids: readonly string[];
  /** Has one handled again. Rejects when it failed again. */
  readonly retry: (id: string) => Promise<unknown>;
  /** Aborted: nothing more is begun. */
  readonly signal: AbortSignal;
  readonly onProgress: (soFar: Retried) => void;
}

/** Has dead letters handled again one after the other, so that it can be stopped; the first answer that never came stops it too. */
export async function retryEach({ ids, retry, signal, onProgress }: Retry): Promise<Retried> {
  let soFar: Retried = { count: ids.length, retried: 0, failed: [], isAway: false };
  for (const id of ids) {
    if (signal.aborted || soFar.isAway) break;
    try {
      await retry(id);
      soFar = { ...soFar, retried: soFar.retried + 1 };
    } catch (error) {
      if (error instanceof HubAwayError) soFar = { ...soFar, isAway: true };
      else soFar = { ...soFar, failed: [...soFar.failed, { id, error }] };
    }
    onProgress(soFar);
  }
  return soFar;
}

/** A page of ids, and the cursor of the next. */
export interface IdPage {
  readonly items: readonly { readonly id: string }[];
  readonly next?: string | undefined;
}

/** The ids of all pages, at most so many; `isMore` when there were more. */
export async function idsOf(
  page: (cursor: string | undefined) => Promise<IdPage>,
  most: number,
  onFound: (count: number) => void,
): Promise<{ ids: string[]; isMore: boolean }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    ids.push(...items.map(({ id }) => id));
    cursor = next;
    onFound(Math.min(ids.length, most));
  } while (cursor !== undefined && ids.length < most);
  return { ids: ids.slice(0, most), isMore: cursor !== undefined || ids.length > most };
}
