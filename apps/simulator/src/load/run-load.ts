import { type Broker } from '#broker';
import { hanoiDay } from '#core';
import { HubClient, type LoadResult, type LoadSettings } from '#wire';
import { type Enrolled, enrolSystems, removeSystems } from './enrolment.js';
import { hubFigures } from './hub-figures.js';
import { LoadDocuments } from './load-documents.js';
import { LoadPlan } from './load-plan.js';
import { LoadRecord } from './load-record.js';
import { play } from './play.js';
import { type SystemParts } from './sending-system.js';
import { type Stage } from './stage.js';

/** Putting a large body may take long on a busy machine. */
const BODY_WITHIN_MS = 10 * 60_000;

/** Hands in what the settings plan, in time, and reckons what became of it. Leaves no system behind, however it ends. */
export async function runLoad(settings: LoadSettings, stage: Stage): Promise<LoadResult> {
  const plan = new LoadPlan(settings);
  const record = new LoadRecord(plan, new LoadDocuments(plan, Date.now().toString(36).toUpperCase()));
  const systems = await enrolSystems(stage.hub, plan.agencies, stage.prefix);
  const over = new AbortController();
  const brokers: Broker[] = [];
  try {
    // Before anybody takes anything: receipts for what earlier runs left behind count from here on.
    const before = await hubFigures(stage.hub, hanoiDay(Date.now()));
    const parts: SystemParts[] = [];
    for (const system of systems) {
      const broker = await stage.connect(system.name, system.secret);
      brokers.push(broker);
      parts.push(partsOf(stage, { system, broker, record, over: over.signal }));
    }
    return await play(parts, { settings, stage, record, before });
  } finally {
    over.abort();
    await Promise.all(brokers.map((broker) => broker.close()));
    await removeSystems(stage.hub, systems);
  }
}

interface Given {
  readonly system: Enrolled;
  readonly broker: Broker;
  readonly record: LoadRecord;
  readonly over: AbortSignal;
}

function partsOf({ hubUrl: url }: Stage, { system, ...given }: Given): SystemParts {
  const credentials = { system: system.name, secret: system.secret };
  return { ...given, name: system.name, hub: new HubClient({ url, credentials, timeoutMs: BODY_WITHIN_MS }) };
}
