import { settlesWithin } from '#core';
import { type AmqpBroker, inboxOf, SUBMISSION_QUEUES } from '#broker';
import { noticeSchema, readMessage } from '#wire';
import { eventually } from '../support/eventually.js';
import { connectTo, type FreshAxis, onFreshAxis } from './delays-axis.js';
import { type Ground } from './ground.js';
import { letterOf, submitMany } from './delays-letters.js';
import { LONGEST_RUN_MS } from './delays-run.js';
import { Latencies, type Percentiles } from './latencies.js';
import { Program } from './programs.js';
import { codeOf, RECEIVERS, SENDER, SENDER_CODE } from './workload.js';

/** Ordinary documents that are there first, and urgent ones that come after them. */
export const BACKLOG = 10_000;
const URGENT = 100;
/** What the receiving system needs for a document: 250 a second, so that the backlog outlasts the urgent ones. */
export const MS_PER_DOCUMENT = 4;
const [RECEIVER] = RECEIVERS;
const TO = codeOf(RECEIVER);
const NOTICES = { size: 256, withinMs: 5, bytes: 8 * 1024 * 1024, inFlight: 2 } as const;

/** How urgent documents fared behind a backlog. */
export interface UrgentTimes {
  /** From the submission of each to its being worked off at the receiving system, in milliseconds. */
  readonly arrival: Percentiles;
  /** Ordinary documents still in the queue after the last urgent one. */
  readonly stillWaiting: number;
}

/** Where the backlog stands. */
export type BacklogPlace = 'inbox' | 'hub';

interface Scene {
  readonly axis: FreshAxis;
  readonly sender: AmqpBroker;
  readonly watcher: AmqpBroker;
  /** Starts the receiving system. */
  readonly receive: () => Promise<Program>;
}

/** Urgent documents one after another, each once the one before has arrived, while ordinary ones wait in the system's inbox or before the hub. */
export function runUrgent(ground: Ground, place: BacklogPlace): Promise<UrgentTimes> {
  return onFreshAxis(ground, { name: `bench-urgent-${place}` }, async (axis) => {
    const { arena, hub } = axis;
    const secret = await hub.enrol(RECEIVER, TO);
    const sender = await connectTo(arena.urlOf(SENDER, await hub.enrol(SENDER, SENDER_CODE)), SENDER);
    const watcher = await connectTo(arena.hubUrl);
    const programs: Program[] = [];
    const receive = async (): Promise<Program> => {
      const receiver = Program.start('./delays-receiver.js', [
        RECEIVER,
        arena.urlOf(RECEIVER, secret),
        String(MS_PER_DOCUMENT),
      ]);
      programs.push(receiver);
      await receiver.says('ready');
      return receiver;
    };
    try {
      const refusals = await hearRefusals(sender);
      const scene = { axis, sender, watcher, receive };
      const receiver = await (place === 'inbox' ? fillInbox(scene) : fillHub(scene));
      const arrival = await sendUrgent(sender, receiver);
      const queue = place === 'inbox' ? inboxOf(RECEIVER) : SUBMISSION_QUEUES.edoc;
      const stillWaiting = (await watcher.inspect(queue))?.ready ?? 0;
      if (refusals.length > 0) throw new Error(`Refused: ${refusals[0]}`);
      return { arrival, stillWaiting };
    } finally {
      await Promise.all(programs.map((program) => program.stop('SIGKILL')));
      await Promise.all([sender.close(), watcher.close()]);
    }
  });
}

/** The system comes back to an inbox that filled while it was away. */
async function fillInbox({ sender, watcher, receive }: Scene): Promise<Program> {
  await submitMany(sender, BACKLOG, TO);
  const isFull = async (): Promise<boolean> => (await watcher.inspect(inboxOf(RECEIVER)))?.ready === BACKLOG;
  await eventually(isFull, { withinMs: LONGEST_RUN_MS, everyMs: 100 });
  return receive();
}

/** The hub is held while submissions pile up before it, and let go. */
async function fillHub({ axis, sender, receive }: Scene): Promise<Program> {
  const receiver = await receive();
  const { child } = axis.hub.program;
  child.kill('SIGSTOP');
  try {
    await submitMany(sender, BACKLOG, TO);
  } finally {
    child.kill('SIGCONT');
  }
  return receiver;
}

async function sendUrgent(sender: AmqpBroker, receiver: Program): Promise<Percentiles> {
  const latencies = new Latencies();
  for (let number = 1; number <= URGENT; number += 1) {
    const letter = letterOf('urgent', number, TO);
    const arrived = receiver.says<number>(`urgent ${number}`);
    const submittedAt = Date.now();
    await sender.publish(letter);
    if (!(await settlesWithin(LONGEST_RUN_MS, arrived))) throw new Error(`Urgent document ${number} never arrived.`);
    latencies.note('arrival', (await arrived) - submittedAt);
  }
  const { arrival } = latencies.all();
  if (arrival === undefined) throw new Error('No urgent document was sent.');
  return arrival;
}

/** Reads the sender's inbox, so that notices do not pile up there; the reasons of refusals appear in the answer. */
async function hearRefusals(sender: AmqpBroker): Promise<string[]> {
  const refusals: string[] = [];
  await sender.consume(inboxOf(SENDER), NOTICES, (messages) => {
    for (const { type, body } of messages) {
      if (type !== 'notice') continue;
      for (const { outcome, code, detail } of readMessage(noticeSchema, body).results)
        if (outcome === 'refused') refusals.push(`${code ?? ''} ${detail ?? ''}`);
    }
    return Promise.resolve(messages.map(() => 'done'));
  });
  return refusals;
}
