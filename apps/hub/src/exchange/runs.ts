/** Deliveries written in one transaction, at most; a batch with more is cut, so that no transaction grows long. */
const MOST_DELIVERIES = 5_000;

/** Cuts `items` into consecutive runs of at most `most` deliveries each; one item is never cut. */
export function runsOf<T>(items: readonly T[], deliveriesOf: (item: T) => number, most = MOST_DELIVERIES): T[][] {
  const runs: T[][] = [];
  let room = 0;
  for (const item of items) {
    const deliveries = deliveriesOf(item);
    if (runs.length === 0 || deliveries > room) {
      runs.push([]);
      room = most;
    }
    runs.at(-1)?.push(item);
    room -= deliveries;
  }
  return runs;
}
