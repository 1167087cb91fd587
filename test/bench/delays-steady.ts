import { type LoadSettings } from '#wire';
import { onFreshAxis } from './delays-axis.js';
import { type Ground } from './ground.js';
import { type LoadTimes, runLoadOn } from './delays-run.js';
import { median } from './figures.js';
import { type Percentiles } from './latencies.js';

/** The receiving system that is dead in every other run, by its number. */
const DEAD = 0;
/** So long each axis is under the load before anything is timed: a process that just started is slow. */
const WARM_UP_SECONDS = 5;

/** The times of the runs in which every system was well, and of those in which one was dead: medians of all rounds. */
export interface SteadyTimes {
  readonly steady: LoadTimes;
  readonly dead?: LoadTimes | undefined;
}

/** The same load over and over, each time on a fresh axis; `withDead`, also with one receiving system dead, in alternating order. */
export async function runSteady(
  ground: Ground,
  { seconds, rounds, withDead }: { seconds: number; rounds: number; withDead: boolean },
  say: (line: string) => void,
): Promise<SteadyTimes> {
  const runs: Record<'steady' | 'dead', LoadTimes[]> = { steady: [], dead: [] };
  for (let round = 1; round <= rounds; round += 1) {
    const order = (['steady', 'dead'] as const).filter((kind) => kind === 'steady' || withDead);
    if (round % 2 === 0) order.reverse();
    for (const kind of order) {
      const dead = kind === 'dead' ? DEAD : undefined;
      const name = `bench-${kind}-${round}`;
      const plays = [loadOf(WARM_UP_SECONDS), loadOf(seconds)] as const;
      const times = await onFreshAxis(ground, { name }, (axis) => runLoadOn(axis, plays, dead));
      runs[kind].push(times);
      say(`round ${round} ${kind}: arrival p50 ${times.arrival.p50} ms, p95 ${times.arrival.p95} ms`);
    }
  }
  return { steady: mediansOf(runs.steady), dead: withDead ? mediansOf(runs.dead) : undefined };
}

/** What `./truc load` puts on an axis when nothing else is said, for so many seconds. */
function loadOf(seconds: number): LoadSettings {
  return {
    ...{ rate: 100, forMs: seconds * 1000, recipients: 3.3, mix: [{ parts: 1, bytes: 6 * 1024 }] },
    ...{ urgent: 0, patienceMs: 0, json: true },
  };
}

function mediansOf(runs: readonly LoadTimes[]): LoadTimes {
  const of = (measure: keyof LoadTimes): Percentiles => {
    const each = (field: keyof Percentiles): number => tenths(median(runs.map((run) => run[measure][field])));
    return { count: each('count'), p50: each('p50'), p95: each('p95'), p99: each('p99'), max: each('max') };
  };
  return { acceptance: of('acceptance'), arrival: of('arrival') };
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
