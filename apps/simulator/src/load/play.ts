import { setTimeout as pause } from 'node:timers/promises';
import { type LoadResult, type LoadSettings } from '#wire';
import { type FiguresSince, growth, type HubFigures } from './hub-figures.js';
import { type LoadRecord } from './load-record.js';
import { openLoop } from './open-loop.js';
import { ReceivingSystem } from './receiving-system.js';
import { resultOf } from './result.js';
import { SendingSystem, type SystemParts } from './sending-system.js';
import { type Progress, type Stage } from './stage.js';
import { type Reckoned } from './tally.js';

const LOOK_EVERY_MS = 20;
const PROGRESS_EVERY_MS = 1_000;
/** A copy too many may come after everything is there. */
const LINGER_MS = 300;
/** A stopped run waits for what is under way no longer than this while nothing comes. */
const PATIENCE_WHEN_STOPPED_MS = 3_000;

/** What a run is played with. */
export interface Play {
  readonly settings: LoadSettings;
  readonly stage: Stage;
  readonly record: LoadRecord;
  readonly before: FiguresSince;
}

/** Hands in every document in time, with the first of the systems sending and the others receiving, waits for what is to come of them, and reckons. */
export async function play(
  parts: readonly SystemParts[],
  { settings, stage, record, before }: Play,
): Promise<LoadResult> {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('A run without a system.');
  const sender = new SendingSystem(first);
  await Promise.all([sender, ...others.map((each) => new ReceivingSystem(each))].map((system) => system.open()));
  const { plan } = record;
  record.startedAt = performance.now();
  const telling = setInterval(() => stage.onProgress(progressOf(record)), PROGRESS_EVERY_MS);
  try {
    const handing = { signal: stage.stop, startedAt: record.startedAt };
    const schedule = { count: plan.documents, dueMs: (number: number) => plan.dueMs(number) };
    const handed = await openLoop(schedule, (number) => void sender.hand(number), handing);
    const untilMs = performance.now() - record.startedAt;
    await untilComplete(record, { handed, patienceMs: settings.patienceMs, stop: stage.stop });
    await pause(LINGER_MS);
    const reckoned = record.tally.reckon(handed);
    const expected = expectedOf(reckoned, record.earlier.size);
    const grown = await growth(stage.hub, before, expected);
    const ledger = await stage.hub.ledger();
    return resultOf({
      settings,
      record,
      reckoned,
      bytes: sender.bytes,
      untilMs,
      expected,
      grown,
      addsUp: ledger.addsUp,
    });
  } finally {
    clearInterval(telling);
  }
}

/** What the hub is to count: everything handed in that it did not refuse, and what earlier runs had left waiting. */
function expectedOf({ documents, refused, deliveries, refusedDeliveries }: Reckoned, earlier: number): HubFigures {
  return { sent: documents - refused, received: deliveries - refusedDeliveries + earlier };
}

interface Waiting {
  readonly handed: number;
  readonly patienceMs: number;
  readonly stop: AbortSignal;
}

/** Resolves when every answer, delivery and status is there, or when none has come for so long. */
async function untilComplete({ plan, tally }: LoadRecord, { handed, patienceMs, stop }: Waiting): Promise<void> {
  const deliveries = plan.deliveriesOf(handed);
  let outstanding = tally.outstanding(handed, deliveries);
  let since = performance.now();
  while (outstanding > 0) {
    const patience = stop.aborted ? Math.min(patienceMs, PATIENCE_WHEN_STOPPED_MS) : patienceMs;
    if (performance.now() - since > patience) return;
    await pause(LOOK_EVERY_MS);
    const now = tally.outstanding(handed, deliveries);
    if (now !== outstanding) since = performance.now();
    outstanding = now;
  }
}

function progressOf({ plan, tally, startedAt }: LoadRecord): Progress {
  const seconds = (performance.now() - startedAt) / 1000;
  const due = Math.min(plan.documents, Math.floor(seconds * plan.settings.rate) + 1);
  return { seconds, due, accepted: tally.accepted, arrived: tally.arrived, documents: plan.documents };
}
