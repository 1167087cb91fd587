import { type Server } from 'node:http';
import { AxisError } from '#core';
import { type NextFunction, type Request, type Response } from 'express';
import { answerProblem } from './problem.filter.js';

/** What the server itself lets in: the official client sends up to hundreds of recipients in one header. */
const MOST_BYTES = 1024 * 1024;

/** What everything but the official client's interface takes; Node's own limit. */
const MOST_ELSEWHERE = 16 * 1024;

/** Raises the server's limit; Node answers 431 past it. It reads the limit anew for each connection. */
export function allowLongHeaders(server: Server): void {
  Object.assign(server, { maxHeaderSize: MOST_BYTES });
}

/** Refuses long headers. Stands behind the interface that may have them. */
export function refuseLongHeaders(request: Request, response: Response, next: NextFunction): void {
  const bytes = request.rawHeaders.reduce((sum, text) => sum + text.length, 0);
  if (bytes <= MOST_ELSEWHERE) {
    next();
    return;
  }
  answerProblem(new AxisError('HEADERS_TOO_LARGE', { bytes, limit: MOST_ELSEWHERE }), response);
}
