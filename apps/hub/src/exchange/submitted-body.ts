import { createHash } from 'node:crypto';
import { type IncomingMessage } from '#broker';
import { HEADER } from '#wire';
import { type SubmittedBody } from './submission.js';

const DIGEST = /^[0-9a-f]{64}$/;

/** The body of a submission as it came over the broker: the bytes of the message, or a claim check. */
export function submittedBody(message: IncomingMessage): SubmittedBody {
  const claim = message.headers[HEADER.body];
  if (typeof claim !== 'string') return { kind: 'inline', bytes: message.body };
  // Whatever else stands there names no body: its own digest is one that nobody has put anything under.
  return { kind: 'stored', sha256: DIGEST.test(claim) ? claim : createHash('sha256').update(claim).digest('hex') };
}
