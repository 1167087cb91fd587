import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { AxisError, isAxisError } from '#core';
import { type Problem } from '#wire';

/** Answers every failure as `application/problem+json` with a code of docs/errors.md; no stack leaves this process. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const known = asAxisError(error, request.path);
    if (known.entry.http >= 500)
      this.logger.error(`${request.method} ${request.path}: ${known.message}`, stackOf(error));
    if (response.headersSent) {
      response.destroy();
      return;
    }
    // Nothing that a browser would meet with a dialogue of its own: the clerk's page has its own.
    if (known.code === 'UNAUTHENTICATED') response.setHeader('WWW-Authenticate', 'Bearer realm="agency"');
    // What is left of a refused upload is not read: the connection ends with the answer.
    if (!request.complete) response.setHeader('Connection', 'close');
    response
      .status(known.entry.http)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(known)));
  }
}

function problemOf(error: AxisError): Problem {
  const { title, remedy, http } = error.entry;
  return {
    type: `/docs/errors#${error.code.toLowerCase()}`,
    ...{ title, status: http, code: error.code, detail: error.message, remedy },
    ...(error.problems === undefined ? {} : { problems: [...error.problems] }),
  };
}

function asAxisError(error: unknown, path: string): AxisError {
  if (isAxisError(error)) return error;
  const outage = outageOf(error);
  if (outage !== undefined) return outage;
  const status = statusOf(error);
  if (status === 404) return new AxisError('NOT_FOUND', { path });
  const reason = error instanceof Error ? error.message : String(error);
  return status >= 500 ? new AxisError('INTERNAL', {}, { cause: error }) : new AxisError('REQUEST_INVALID', { reason });
}

/** What the store or the disk could not do just now. */
function outageOf(error: unknown): AxisError | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new AxisError('DISK_FULL', { path: '.' }, { cause: error });
  const isStore = typeof code === 'string' && /^SQLITE_(BUSY|LOCKED|IOERR|READONLY|CANTOPEN)/.test(code);
  return isStore ? new AxisError('STORE_AWAY', {}, { cause: error }) : undefined;
}

/** Of Nest's exceptions, and of the parsers' errors, which carry a status as well. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined;
}
