import { z } from 'zod';
import { findingSchema } from './messages.js';

/** `application/problem+json` as hub and agencies answer every failure: `code` is one of docs/errors.md. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  remedy: z.string().optional(),
  problems: z.array(findingSchema).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** A server answered, and the answer was no. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** Nobody answered at this address, or the answer broke off. */
export class UnreachableError extends Error {
  constructor(
    readonly url: string,
    cause: unknown,
  ) {
    super(`${url}: ${reasonOf(cause)}`, { cause });
    this.name = 'UnreachableError';
  }
}

/** Something answered, but not in the words of this project: another program, or another version. */
export class StrangeAnswerError extends Error {
  constructor(
    readonly url: string,
    readonly reason: string,
  ) {
    super(`${url}: ${reason}`);
    this.name = 'StrangeAnswerError';
  }
}

/** The system's word for it (`ECONNREFUSED`) where there is one. Errors are told by their shape: fetch throws those of another realm. */
function reasonOf(cause: unknown): string {
  const {
    name,
    message,
    code,
    cause: inner,
  } = (cause ?? {}) as { name?: string; message?: string; code?: string; cause?: unknown };
  if (name === 'TimeoutError') return 'timeout';
  if (inner !== undefined) return reasonOf(inner);
  return typeof code === 'string' ? code : (message ?? String(cause));
}
