import { type Response } from 'express';
import { type AxisError } from '#core';
import { vxpCodeOf } from './vxp-codes.js';

/** Answers that a call succeeded, with what the operation adds. */
export function replyOk(response: Response, more: Readonly<Record<string, unknown>> = {}): void {
  response.status(200).json({ status: 'OK', ErrorCode: '0', ErrorDesc: 'Thanh cong', ...more });
}

/** Answers that a call failed: HTTP 200 all the same, for the client reads nothing else. */
export function replyFailure(response: Response, error: AxisError, more: Readonly<Record<string, unknown>> = {}): void {
  response.status(200).json({ status: 'FAIL', ErrorCode: vxpCodeOf(error.code), ErrorDesc: error.message, ...more });
}
