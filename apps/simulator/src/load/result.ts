import { type LoadResult, type LoadSettings } from '#wire';
import { type HubFigures } from './hub-figures.js';
import { Latencies } from './latencies.js';
import { receiverCode } from './load-agencies.js';
import { type LoadRecord } from './load-record.js';
import { type PlannedDelivery, type Reckoned } from './tally.js';

/** What a result is made of. */
export interface Findings {
  readonly settings: LoadSettings;
  readonly record: LoadRecord;
  readonly reckoned: Reckoned;
  readonly bytes: number;
  /** When the last document was handed in, from the start. */
  readonly untilMs: number;
  readonly expected: HubFigures;
  readonly grown: HubFigures;
  readonly addsUp: boolean;
}

const EXAMPLES = 5;
/** What counts as having reached the rate. */
const REACHED = 0.95;

/** Puts the findings of a run together. */
export function resultOf({
  settings,
  record,
  reckoned,
  bytes,
  untilMs,
  expected,
  grown,
  addsUp,
}: Findings): LoadResult {
  const { lost, doubled, ...counts } = reckoned;
  const rate = reachedRate(record, reckoned, untilMs);
  const shown = (deliveries: readonly PlannedDelivery[]): string[] => examplesOf(record, deliveries);
  return {
    isWhole: isWhole(reckoned) && addsUp && grown.sent === expected.sent && grown.received === expected.received,
    offered: { ratePerSecond: settings.rate, documents: reckoned.documents, deliveries: reckoned.deliveries },
    reached: { ratePerSecond: rate, isOffered: rate >= REACHED * settings.rate, megabytes: tenths(bytes / 1_048_576) },
    latencyMs: record.all.timings(),
    ...(settings.urgent > 0
      ? { ordinaryLatencyMs: record.ordinary.timings(), urgentLatencyMs: record.urgent.timings() }
      : {}),
    ...stepsOf(record, settings.everyMs),
    counted: { ...counts, lost: lost.length, doubled: doubled.length, earlier: record.earlier.size },
    examples: { lost: shown(lost), doubled: shown(doubled) },
    hub: { expected, grown, ledgerAddsUp: addsUp },
  };
}

/** A step of which nothing ever came has no place in a sparse list, and is told as empty. */
function stepsOf({ steps }: LoadRecord, everyMs: number | undefined): Pick<LoadResult, 'steps'> {
  if (everyMs === undefined) return {};
  const latencies = Array.from(steps, (step) => step ?? new Latencies());
  return { steps: latencies.map((step, index) => ({ fromMs: index * everyMs, latencyMs: step.timings() })) };
}

function isWhole({ refused, unanswered, lost, doubled, statusesLost, misdirected }: Reckoned): boolean {
  return refused + unanswered + lost.length + doubled.length + statusesLost + misdirected === 0;
}

/** Documents accepted a second, up to the last acceptance; an axis that keeps pace is done when the last one is due. */
function reachedRate({ plan, startedAt, lastAcceptedAt }: LoadRecord, reckoned: Reckoned, untilMs: number): number {
  if (reckoned.accepted === 0) return 0;
  const plannedMs = plan.dueMs(reckoned.documents);
  const tookMs = Math.max(lastAcceptedAt - startedAt, untilMs, plannedMs);
  return tenths((reckoned.accepted * 1000) / tookMs);
}

function examplesOf({ documents }: LoadRecord, deliveries: readonly PlannedDelivery[]): string[] {
  return deliveries
    .slice(0, EXAMPLES)
    .map(({ document, agency }) => `${documents.identityOf(document)} → ${receiverCode(agency)}`);
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}
