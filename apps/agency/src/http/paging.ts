import { AxisError } from '#core';
import { type Page } from '#wire';

const STANDARD_LIMIT = 50;
const LARGEST_LIMIT = 500;

/** A place in a list: entries older than row `before`, at most `limit` of them. */
export interface Place {
  readonly before: number | undefined;
  readonly limit: number;
}

/** Reads `cursor` and `limit` (1 to 500, standard 50) of a query. Throws REQUEST_INVALID. */
export function placeOf(cursor: string | undefined, limit: string | undefined): Place {
  const wanted = limit === undefined ? STANDARD_LIMIT : Number(limit);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > LARGEST_LIMIT)
    throw new AxisError('REQUEST_INVALID', { reason: `limit từ 1 đến ${LARGEST_LIMIT}` });
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw new AxisError('REQUEST_INVALID', { reason: 'cursor sai' });
  return { before: cursor === undefined ? undefined : Number(cursor), limit: wanted };
}

/** A page of what was found for `place`; it names a following one if it is full. */
export function pageOf<T>(items: readonly T[], rows: readonly { readonly id: number }[], { limit }: Place): Page<T> {
  const last = rows.at(-1);
  return last !== undefined && rows.length === limit ? { items, next: String(last.id) } : { items };
}
