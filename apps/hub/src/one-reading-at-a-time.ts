/** Reads something once for all who ask while the reading is under way. */
export function oneReadingAtATime<T>(read: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | undefined;
  return () => (current ??= read().finally(() => (current = undefined)));
}
