/** The four classes of faults a validator of the field reports: `N` missing, `R` too long or out of range, `M` not an allowed value, `T` wrong type. */
export type ProblemClass = 'N' | 'R' | 'M' | 'T';

/** One fault of a document. `path` starts with the class, `at` is `line:column` counted from 1. */
export interface Problem {
  readonly class: ProblemClass;
  readonly path: string;
  readonly at?: string | undefined;
  readonly value?: string | undefined;
  readonly message: string;
}
