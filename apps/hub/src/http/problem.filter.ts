import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { AxisError } from '#core';
import { type Problem } from '#wire';
import { type Request, type Response } from 'express';
import { ZodError } from 'zod';

/** Answers every failure as `application/problem+json` with a code of docs/errors.md; no stack leaves the hub. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const refusal = asAxisError(error);
    if (refusal.entry.http >= 500) {
      this.logger.error({ err: error, method: request.method, url: request.url }, refusal.message);
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    // What is left of a refused upload is read and dropped: a client that is cut off while it writes never sees the answer.
    if (!request.complete) request.resume();
    answerProblem(refusal, response);
  }
}

/** Answers with an error. The challenge is one that no browser meets with a dialogue of its own; the console has a page for it. */
export function answerProblem(error: AxisError, response: Response): void {
  if (error.code === 'UNAUTHENTICATED' && !response.hasHeader('WWW-Authenticate'))
    response.setHeader('WWW-Authenticate', 'Bearer realm="truc"');
  if (error.code === 'SIGN_IN_TOO_OFTEN') response.setHeader('Retry-After', String(error.details['seconds']));
  response
    .status(error.entry.http)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(error)));
}

/** An error in the words of RFC 9457, with its code, remedy, and the findings in a document. */
export function problemOf(error: AxisError): Problem {
  const { title, remedy, http } = error.entry;
  return {
    type: `docs/errors.md#${error.code.toLowerCase()}`,
    title,
    status: http,
    code: error.code,
    detail: error.message,
    remedy,
    ...(error.problems === undefined ? {} : { problems: [...error.problems] }),
  };
}

function asAxisError(error: unknown): AxisError {
  if (error instanceof AxisError) return error;
  if (error instanceof ZodError) {
    const detail = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
    return new AxisError('REQUEST_INVALID', { reason: detail });
  }
  if (error instanceof HttpException) return ofStatus(error.getStatus(), error.message);
  if (isParserError(error)) return ofStatus(error.status, error.message);
  return new AxisError('INTERNAL');
}

function ofStatus(status: number, message: string): AxisError {
  // Nest says "Cannot GET /path".
  if (status === 404) return new AxisError('NOT_FOUND', { path: message.replace(/^Cannot /, '') });
  return status >= 500 ? new AxisError('INTERNAL') : new AxisError('REQUEST_INVALID', { reason: message });
}

/** Express' own parsers throw errors that carry a status. */
function isParserError(error: unknown): error is Error & { status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}
