import { HubClient, type LoadSettings } from '#wire';
import { LoadDocuments } from '../../apps/simulator/src/load/load-documents.js';
import { LoadPlan } from '../../apps/simulator/src/load/load-plan.js';
import { LoadRecord } from '../../apps/simulator/src/load/load-record.js';
import { openLoop } from '../../apps/simulator/src/load/open-loop.js';
import { ReceivingSystem } from '../../apps/simulator/src/load/receiving-system.js';
import { SendingSystem, type SystemParts } from '../../apps/simulator/src/load/sending-system.js';
import { eventually } from '../support/eventually.js';
import { connectTo } from './delays-axis.js';
import { type LoadTask, type LoadTimes, LONGEST_RUN_MS, reachedOf } from './delays-run.js';

/** Hands in what the settings plan, each document at its moment, and resolves with the times once everything that can has arrived. */
export async function play(settings: LoadSettings, { systems, hubUrl, dead }: LoadTask): Promise<LoadTimes> {
  const plan = new LoadPlan(settings);
  const record = new LoadRecord(plan, new LoadDocuments(plan, Date.now().toString(36).toUpperCase()));
  const over = new AbortController();
  const partsOf = async ({ name, url, secret }: LoadTask['systems'][number]): Promise<SystemParts> => {
    const hub = new HubClient({ url: hubUrl, credentials: { system: name, secret } });
    return { name, broker: await connectTo(url, name), hub, record, over: over.signal };
  };
  const parts = await Promise.all(systems.map(partsOf));
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('A run without a system.');
  const sender = new SendingSystem(first);
  const alive = others.filter((_, system) => system !== dead).map((each) => new ReceivingSystem(each));
  await Promise.all([sender, ...alive].map((system) => system.open()));
  record.startedAt = performance.now();
  const schedule = { count: plan.documents, dueMs: (number: number) => plan.dueMs(number) };
  const { startedAt } = record;
  await openLoop(schedule, (number) => void sender.hand(number), { signal: over.signal, startedAt });
  await complete(record, dead);
  over.abort();
  await Promise.all(parts.map(({ broker }) => broker.close()));
  const { acceptance, arrival } = record.all.timings();
  return { acceptance, arrival };
}

/** Resolves when every document is accepted and has arrived wherever somebody takes it. Fails on the first refusal. */
async function complete({ plan, tally }: LoadRecord, dead: number | undefined): Promise<void> {
  const { documents, deliveries } = reachedOf([plan.settings], dead);
  const isOver = (): boolean => tally.refused > 0 || (tally.accepted === documents && tally.arrived === deliveries);
  await eventually(isOver, { withinMs: LONGEST_RUN_MS });
  if (tally.refused > 0) throw new Error(`Refused: ${tally.reckon(plan.documents).firstRefusal ?? ''}`);
}
