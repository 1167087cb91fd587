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

/** Headers that say how a message died. In a message that has not died they are its sender's invention. */
const TOLD_BY_THE_SENDER = /^(CC|BCC|x-death|x-(first|last)-death-.*|x-truc-(reason|queue|key|user))$/;

/** The list of deaths: RabbitMQ puts it on every message that it moves to the dead letters itself. */
const DEATHS_HEADER = 'x-death';

const LONGEST_REASON = 2_000;

/**
 * The dead letter of a message: the same body, type and headers, under the name of its queue as routing key, with the reason and what a retry
 * needs to know in headers: `x-truc-queue`, `x-truc-key`, `x-truc-user` (the checked publisher, which a republished message cannot state itself;
 * absent when there is none). Whatever the sender wrote under these names, or as the marks of a death, is not taken over.
 */
export function deadLetterOf(message: IncomingMessage, reason: string, contentType?: string): WireMessage {
  const own = Object.entries(message.headers).filter(([name]) => !TOLD_BY_THE_SENDER.test(name));
  const headers: Record<string, unknown> = Object.fromEntries(own);
  headers[REASON_HEADER] = reason.slice(0, LONGEST_REASON);
  headers['x-truc-queue'] = message.queue;
  headers['x-truc-key'] = message.key;
  if (message.userId !== undefined) headers[USER_HEADER] = message.userId;
  const { body, messageId, type } = message;
  return { exchange: DEAD, key: message.queue, body, messageId, type, contentType, headers };
}

/**
 * Whose message a dead letter is: the publisher as the broker had checked it; undefined when there was none.
 *
 * Letters come two ways. RabbitMQ moves a message by itself (rejected, or handed out too often): it keeps its `user_id` and its sender's own
 * headers, and RabbitMQ always adds `x-death`, which no sender can prevent. Or the hub publishes a letter, by {@link deadLetterOf}: without
 * `x-death`, without `user_id`, with a `x-truc-user` of its own. Nobody else may write to `truc.dead`. So `x-truc-user` is believed only in a letter
 * with neither mark; in any other `user_id` is what counts. Forging more than that needs the hub's own account.
 */
export function userOfDeadLetter({ userId, headers }: IncomingMessage): string | undefined {
  if (userId !== undefined || headers[DEATHS_HEADER] !== undefined) return userId;
  const stated = headers[USER_HEADER];
  return typeof stated === 'string' ? stated : undefined;
}
