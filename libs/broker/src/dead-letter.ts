import { type IncomingMessage } from './broker.js';
import { DEAD, REASON_HEADER, USER_HEADER } from './topology.js';

/** A message as an adapter sends it; unlike an OutgoingMessage it may lack what its first publisher left out, and carry any header. */
export interface WireMessage {
  readonly exchange: string;
  readonly key: string;
  readonly bcc?: readonly string[] | undefined;
  readonly body: Uint8Array;
  readonly messageId: string | undefined;
  readonly type: string | undefined;
  readonly contentType?: string | undefined;
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
  readonly mandatory?: boolean | undefined;
}

/**
 * The dead letter of a message: the same body, type and headers, under the name of its queue as routing key, with the reason and what a retry
 * needs to know in headers: `x-truc-queue`, `x-truc-key`, `x-truc-user` (the checked publisher, which a republished message cannot state itself).
 */
export function deadLetterOf(message: IncomingMessage, reason: string, contentType?: string): WireMessage {
  const headers: Record<string, unknown> = { ...message.headers };
  delete headers['CC'];
  delete headers['BCC'];
  headers[REASON_HEADER] = reason;
  headers['x-truc-queue'] = message.queue;
  headers['x-truc-key'] = message.key;
  if (message.userId !== undefined) headers[USER_HEADER] = message.userId;
  const { body, messageId, type } = message;
  return { exchange: DEAD, key: message.queue, body, messageId, type, contentType, headers };
}
