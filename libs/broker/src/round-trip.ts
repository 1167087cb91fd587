import { randomUUID } from 'node:crypto';
import { AxisError, settlesWithin } from '#core';
import { type WireMessage } from './dead-letter.js';
import { type RoundTrip } from './topology.js';

/** How long a round trip may take from its first call to its last, in milliseconds. */
const BACK_WITHIN_MS = 5_000;

/** A queue that is there for one message, and that nobody else sees. */
export interface ProbeQueue {
  readonly name: string;
  /** Resolves when it listens; `heard` is told the id of each message that comes from then on. */
  listen(heard: (messageId: string | undefined) => void): Promise<void>;
  /** Deletes the queue, if it is still there. Never rejects. */
  remove(): Promise<void>;
}

/** Makes a queue for a trip, has it tried there, and lets go of all that was needed for it. */
export type Trial = (trip: (queue: ProbeQueue) => Promise<RoundTrip>) => Promise<RoundTrip>;

/**
 * Publishes a message straight into the trial's queue and waits for it there; removes the queue in any case. All of it, the making of the queue
 * included, takes `withinMs` at most. What is answered later is cleared away then, and nothing is published any more. @throws AxisError BROKER_AWAY
 */
export async function roundTripBy(
  trial: Trial,
  publish: (message: WireMessage) => Promise<void>,
  withinMs: number = BACK_WITHIN_MS,
): Promise<RoundTrip> {
  const given = new AbortController();
  try {
    const whole = trial((queue) => tripOn(queue, publish, given.signal));
    if (!(await settlesWithin(withinMs, whole)))
      throw new AxisError('BROKER_AWAY', { reason: `a message was not back within ${withinMs / 1000} s` });
    return await whole;
  } finally {
    given.abort();
  }
}

async function tripOn(
  queue: ProbeQueue,
  publish: (message: WireMessage) => Promise<void>,
  given: AbortSignal,
): Promise<RoundTrip> {
  try {
    return await Promise.race([outAndBack(queue, publish, given), endOf(given)]);
  } finally {
    await queue.remove();
  }
}

async function outAndBack(
  queue: ProbeQueue,
  publish: (message: WireMessage) => Promise<void>,
  given: AbortSignal,
): Promise<RoundTrip> {
  given.throwIfAborted();
  const messageId = randomUUID();
  let hear!: () => void;
  const heard = new Promise<void>((resolve) => (hear = resolve));
  await queue.listen((id) => {
    if (id === messageId) hear();
  });
  given.throwIfAborted();
  const begun = performance.now();
  const taking = (step: Promise<void>): Promise<number> => step.then(() => performance.now() - begun);
  const message = { exchange: '', key: queue.name, body: Buffer.from(messageId), messageId, type: 'probe' };
  const [confirmedMs, backMs] = await Promise.all([taking(publish(message)), taking(heard)]);
  return { confirmedMs, backMs };
}

/** Rejects when the time given is over; nobody waits for it then. */
function endOf(given: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    given.addEventListener('abort', () => reject(given.reason as Error), { once: true });
  });
}
