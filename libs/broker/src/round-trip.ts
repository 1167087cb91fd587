import { randomUUID } from 'node:crypto';
import { AxisError, settlesWithin } from '#core';
import { type WireMessage } from './dead-letter.js';
import { type RoundTrip } from './topology.js';

const BACK_WITHIN_MS = 5_000;

/** A queue that is there for one message, and that nobody else sees. */
export interface ProbeQueue {
  readonly name: string;
  /** Resolves when it listens; `heard` is told the id of each message that comes from then on. */
  listen(heard: (messageId: string | undefined) => void): Promise<void>;
  /** Deletes the queue, if it is still there. Never rejects. */
  remove(): Promise<void>;
}

/** Publishes a message straight into the queue and waits for it there; removes the queue in any case. @throws AxisError BROKER_AWAY */
export async function roundTripBy(
  queue: ProbeQueue,
  publish: (message: WireMessage) => Promise<void>,
): Promise<RoundTrip> {
  try {
    const messageId = randomUUID();
    let hear!: () => void;
    const heard = new Promise<void>((resolve) => (hear = resolve));
    await queue.listen((id) => {
      if (id === messageId) hear();
    });
    const begun = performance.now();
    const taking = (step: Promise<void>): Promise<number> => step.then(() => performance.now() - begun);
    const message = { exchange: '', key: queue.name, body: Buffer.from(messageId), messageId, type: 'probe' };
    const steps = Promise.all([taking(publish(message)), taking(heard)]);
    if (!(await settlesWithin(BACK_WITHIN_MS, steps)))
      throw new AxisError('BROKER_AWAY', { reason: `a message was not back within ${BACK_WITHIN_MS / 1000} s` });
    const [confirmedMs, backMs] = await steps;
    return { confirmedMs, backMs };
  } finally {
    await queue.remove();
  }
}
