/** Cuts `items` into consecutive runs whose sizes add up to at most `most` each; an item larger than that is a run of its own. */
export function runsOf<T>(items: readonly T[], sizeOf: (item: T) => number, most: number): T[][] {
  const runs: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (runs.length === 0 || size > room) {
      runs.push([]);
      room = most;
    }
    runs.at(-1)?.push(item);
    room -= size;
  }
  return runs;
}
