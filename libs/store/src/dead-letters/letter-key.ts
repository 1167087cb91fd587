import { createHash } from 'node:crypto';
import { type NewDeadLetter } from './dead-letter.js';

/** Headers that make one message another than its twin with the same id and body: the slice, the body in the object store, what a status is about. */
const TELLING = ['x-truc-for', 'x-truc-body', 'x-truc-document', 'x-truc-recipient'] as const;

/**
 * What two letters have in common only when they are the same message, dead twice: SHA-256 (hex) of queue, user, message id, body and the headers
 * that tell messages apart. The message id alone does not: systems choose their own, and one document has one id in every inbox.
 */
export function letterKeyOf({ queue, userId, messageId, headers, body }: NewDeadLetter): string {
  const names = [queue, userId ?? null, messageId, ...TELLING.map((name) => headers[name] ?? null)];
  return createHash('sha256').update(JSON.stringify(names)).update('\n').update(body).digest('hex');
}
