import { type Overview } from '#wire';

/** How one of the four questions is answered; the page puts it in words. */
export type Verdict = 'good' | 'poor' | 'bad' | 'quiet';

const POOR_AFTER_MS = 15 * 60_000;
const BAD_AFTER_MS = 24 * 3_600_000;

/** Whether documents flow: bad when the last hour brought documents in and nothing arrived while deliveries wait. */
export function flowVerdict({ rate, waiting }: Pick<Overview, 'rate' | 'waiting'>): Verdict {
  const { minute, hour } = rate;
  if (hour.accepted > 0 && hour.arrived === 0 && waiting.deliveries > 0) return 'bad';
  return minute.accepted + minute.arrived > 0 ? 'good' : 'quiet';
}

/** How long the oldest delivery has waited, in milliseconds; undefined when none waits, and in simulation, whose times are played. */
export function oldestWaitMs({ asOf, simulation, waiting }: Overview): number | undefined {
  const [oldest] = waiting.oldest;
  if (oldest === undefined || simulation) return undefined;
  return Math.max(Date.parse(asOf) - Date.parse(oldest.since), 0);
}

/** Whether something is stuck: a day is bad, a quarter of an hour or a dead letter is to be looked at, less is on its way. */
export function stuckVerdict(overview: Overview): Verdict {
  const waitedMs = oldestWaitMs(overview) ?? 0;
  if (waitedMs >= BAD_AFTER_MS) return 'bad';
  if (waitedMs >= POOR_AFTER_MS || overview.deadLetters > 0) return 'poor';
  return overview.waiting.deliveries > 0 ? 'quiet' : 'good';
}

/** Whether every system listens: bad when something waits for one that does not. */
export function absentVerdict({ absent, systems }: Pick<Overview, 'absent' | 'systems'>): Verdict {
  if (systems === 0) return 'quiet';
  if (absent.some(({ queued }) => queued > 0)) return 'bad';
  return absent.length > 0 ? 'poor' : 'good';
}

/** By how many deliveries the ledger is off: what was made less what is accounted for. */
export function ledgerDifference({ ledger }: Pick<Overview, 'ledger'>): number {
  const { made, received, waiting, expired, withdrawn, failed } = ledger;
  return made - received - waiting - expired - withdrawn - failed;
}
