/** A page of a keyset-paged list: rows written meanwhile neither repeat nor hide others. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the following page; absent on the last. */
  readonly next?: string | undefined;
}

/** Makes a page of up to `limit` of the rows; one row more says that another page follows. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  to: { item: (row: R) => T; cursor: (row: R) => string },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map((row) => to.item(row));
  return rows.length > limit && last !== undefined ? { items, next: to.cursor(last) } : { items };
}
