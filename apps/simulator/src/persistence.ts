import { setTimeout as pause } from 'node:timers/promises';
import { isAxisError } from '#core';
import { type Broker, type OutgoingMessage } from '#broker';
import { UnreachableError } from '#wire';

const AGAIN_MS = 50;

/** Repeats work as long as RabbitMQ or the hub is away, as every connected system does; whatever else goes wrong it throws, and the outage too once `signal` is aborted. */
export async function outlast<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isOutage = isAxisError(error, 'BROKER_AWAY') || error instanceof UnreachableError;
      if (!isOutage || signal.aborted) throw error;
      await pause(AGAIN_MS);
    }
  }
}

/** Publishes until RabbitMQ has confirmed. */
export function publishSurely(broker: Broker, message: OutgoingMessage, signal: AbortSignal): Promise<void> {
  return outlast(() => broker.publish(message), signal);
}
