import { type LargeDocument } from './delays-large.js';
import { type LoadTimes } from './delays-run.js';
import { type BacklogPlace, type UrgentTimes } from './delays-urgent.js';

/** What was measured; a part that was not asked for is absent. */
export interface Delays {
  readonly steady?: LoadTimes | undefined;
  readonly dead?: LoadTimes | undefined;
  readonly urgent?: Readonly<Record<BacklogPlace, UrgentTimes>> | undefined;
  readonly large?: LargeDocument | undefined;
}

/** An aim beside what was measured. */
export interface Aim {
  readonly aim: string;
  readonly measured: string;
  readonly isMet: boolean;
}

const ARRIVAL_P50_MS = 50;
const ARRIVAL_P99_MS = 500;
/** A dead system may slow the others by either of them. */
const DEAD_SHARE = 0.2;
const DEAD_MS = 20;
const URGENT_P95_MS = 1_000;
const HUB_MEMORY_MB = 512;

const PLACES: Readonly<Record<BacklogPlace, string>> = { inbox: 'in the inbox', hub: 'before the hub' };

/** Every aim that the figures say something about. */
export function aimsOf({ steady, dead, urgent, large }: Delays): Aim[] {
  const aims: Aim[] = [];
  if (steady !== undefined) {
    aims.push(atMost('arrival p50', steady.arrival.p50, ARRIVAL_P50_MS, 'ms'));
    aims.push(atMost('arrival p99', steady.arrival.p99, ARRIVAL_P99_MS, 'ms'));
  }
  if (steady !== undefined && dead !== undefined) aims.push(undisturbed(steady.arrival.p95, dead.arrival.p95));
  for (const place of ['inbox', 'hub'] as const)
    if (urgent !== undefined)
      aims.push(atMost(`urgent p95, backlog ${PLACES[place]}`, urgent[place].arrival.p95, URGENT_P95_MS, 'ms'));
  if (large !== undefined)
    aims.push(atMost('peak memory of the hub, 1 GB attachment', large.hubPeakMemoryMb, HUB_MEMORY_MB, 'MB'));
  return aims;
}

function atMost(what: string, measured: number, most: number, unit: string): Aim {
  return { aim: `${what} at most ${most} ${unit}`, measured: `${measured} ${unit}`, isMet: measured <= most };
}

function undisturbed(steady: number, dead: number): Aim {
  const more = dead - steady;
  const share = more / steady;
  return {
    aim: `arrival p95 of the others with one system dead, less than ${DEAD_SHARE * 100} % or ${DEAD_MS} ms more`,
    measured: `${more.toFixed(1)} ms, ${(share * 100).toFixed(0)} %`,
    isMet: more < DEAD_MS || share < DEAD_SHARE,
  };
}
