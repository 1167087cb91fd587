import { type IncomingMessage } from '#broker';
import { HEADER } from '#wire';
import { type SubmittedBody } from './submission.js';

/** The body of a submission as it came over the broker: the bytes of the message, or a claim check. */
export function submittedBody(message: IncomingMessage): SubmittedBody {
  const digest = message.headers[HEADER.body];
  return typeof digest === 'string' ? { kind: 'stored', sha256: digest } : { kind: 'inline', bytes: message.body };
}
