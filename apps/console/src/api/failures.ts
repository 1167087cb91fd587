import { type Problem } from '#wire';

/** The hub answered no: `problem` has its code, sentence and remedy. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** Nobody answered, or not in the hub's words: the hub, or what stands before it, is away. */
export class HubAwayError extends Error {
  /** `mayBeDone`: something was to be done, and whether it was is not known. */
  constructor(
    cause: unknown,
    readonly mayBeDone = false,
  ) {
    super('The hub does not answer.', { cause });
    this.name = 'HubAwayError';
  }
}

/** Whether nobody is signed in any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401;
}
