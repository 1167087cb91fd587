import { type Response } from 'express';
import { type AxisError } from '#core';
import { vxpCodeOf } from './vxp-codes.js';

/** Answers that a call succeeded, with what the operation adds. */
export function replyOk(response: Response, more: Readonly<Record<string, unknown>> = {}): void {
  reply(response, { status: 'OK', ErrorCode: '0', ErrorDesc: 'Thanh cong', ...more });
}

/** Faults of a file that are named in the answer, at most. */
const MOST_FAULTS = 10;

/** Answers that a call failed: HTTP 200 all the same, for the client reads nothing else. */
export function replyFailure(response: Response, error: AxisError, more: Readonly<Record<string, unknown>> = {}): void {
  reply(response, { status: 'FAIL', ErrorCode: vxpCodeOf(error.code), ErrorDesc: described(error), ...more });
}

/** The sentence, with the faults of the file behind it: the client shows its user nothing else. */
function described({ message, problems = [] }: AxisError): string {
  const faults = problems.slice(0, MOST_FAULTS).map(({ path, message: fault }) => `${path}: ${fault}`);
  return [message, ...faults].join(' ');
}

/** Without what Express adds: an ETag is a digest of every answer, and nobody asks with one. */
function reply(response: Response, answer: object): void {
  const bytes = Buffer.from(JSON.stringify(answer));
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length });
  response.end(bytes);
}
