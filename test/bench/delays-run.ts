import { OPENED } from '#core';
import { type LoadSettings } from '#wire';
import { enrolSystems } from '../../apps/simulator/src/load/enrolment.js';
import { growth } from '../../apps/simulator/src/load/hub-figures.js';
import { LoadPlan } from '../../apps/simulator/src/load/load-plan.js';
import { type FreshAxis } from './delays-axis.js';
import { type Percentiles } from './latencies.js';
import { Program } from './programs.js';

/** What a run hands in, and to whom. */
export interface LoadTask {
  /** One after the other; the times are those of the last. */
  readonly plays: readonly LoadSettings[];
  readonly hubUrl: string;
  /** The sending system, then the receiving ones. */
  readonly systems: readonly { readonly name: string; readonly url: string; readonly secret: string }[];
  /** Which of the receiving systems takes nothing, by its number from 0. */
  readonly dead?: number | undefined;
}

/** From the moment documents were due, in milliseconds. */
export interface LoadTimes {
  readonly acceptance: Percentiles;
  /** At every receiving system that takes anything. */
  readonly arrival: Percentiles;
}

/** A run that takes longer than this has failed. */
export const LONGEST_RUN_MS = 10 * 60_000;
const PREFIX = 'bench';
const NOTHING = { since: OPENED, sent: 0, received: 0 };

/** Puts loads of equally many agencies on an axis, one after the other, and waits for everything that can arrive. Fails when the hub counted otherwise. */
export async function runLoadOn(
  { arena, hub }: FreshAxis,
  plays: readonly [LoadSettings, ...LoadSettings[]],
  dead: number | undefined,
): Promise<LoadTimes> {
  const enrolled = await enrolSystems(hub.client, new LoadPlan(plays[0]).agencies, PREFIX);
  const systems = enrolled.map(({ name, secret }) => ({ name, secret, url: arena.urlOf(name, secret) }));
  const task: LoadTask = { plays, hubUrl: hub.url, systems, dead };
  const load = Program.start('./delays-load.js', [JSON.stringify(task)]);
  try {
    await load.says('ready');
    const done = load.says<LoadTimes>('done');
    load.child.send('go');
    const times = await done;
    const { documents: sent, deliveries: received } = reachedOf(plays, dead);
    const grown = await growth(hub.client, NOTHING, { sent, received });
    if (grown.sent === sent && grown.received === received) return times;
    throw new Error(`The hub's figures are off: ${JSON.stringify({ expected: { sent, received }, grown })}`);
  } finally {
    await load.stop('SIGKILL');
  }
}

/** Documents that are handed in, and those of their deliveries that reach a system; each system serves one agency. */
export function reachedOf(
  plays: readonly LoadSettings[],
  dead: number | undefined,
): { documents: number; deliveries: number } {
  let [documents, deliveries] = [0, 0];
  for (const plan of plays.map((settings) => new LoadPlan(settings))) {
    documents += plan.documents;
    for (let number = 0; number < plan.documents; number += 1)
      deliveries += plan.recipientsOf(number).filter((agency) => agency !== dead).length;
  }
  return { documents, deliveries };
}
