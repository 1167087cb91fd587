/** A page of a keyset-paged list: rows written meanwhile neither repeat nor hide others. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the following page; absent on the last. */
  readonly next?: string | undefined;
}
