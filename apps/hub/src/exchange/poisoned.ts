import { AxisError } from '#core';
import { type IncomingMessage } from '#broker';
import { LONE_FAILURES_ALLOWED, type Settled } from './one-by-one.js';

/** The answer to a message that failed by itself until it was given up. */
interface Refused {
  readonly outcome: 'refused';
  readonly error: AxisError;
}

/** What the work made of a message, or for one that was given up the refusal its sender hears. */
export function resultOrPoisoned<R>(
  settled: Settled<R> | undefined,
  message: Pick<IncomingMessage, 'messageId'>,
): R | Refused {
  if (settled !== undefined && 'result' in settled) return settled.result;
  const id = message.messageId ?? '';
  return { outcome: 'refused', error: new AxisError('SUBMISSION_POISONED', { id, attempts: LONE_FAILURES_ALLOWED }) };
}
