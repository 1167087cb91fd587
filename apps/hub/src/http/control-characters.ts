import { AxisError } from '#core';
import { type NextFunction, type Request, type Response } from 'express';
import { answerProblem } from './problem.filter.js';

const CONTROL_CHARACTER = /%[01][0-9a-f]|%7f/i;

/** Answers a request whose address names a control character, which no identifier has and no database takes. */
export function refuseControlCharacters(request: Request, response: Response, next: NextFunction): void {
  if (!CONTROL_CHARACTER.test(request.url)) {
    next();
    return;
  }
  answerProblem(new AxisError('REQUEST_INVALID', { reason: 'địa chỉ có ký tự điều khiển' }), response);
}
