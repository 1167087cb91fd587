/** The language a load run speaks: that of the command line that started it. */
export type Language = 'vi' | 'en';

/** A text in both languages, side by side where it is used. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** The same text in both languages. */
export function words(vi: string, en: string): Words {
  return { vi, en };
}

/** What a load run ends with; the same numbers as the command line's. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, unreachable: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure told in a sentence: cause, next step, and the exit code it means. */
export class LoadFailure extends Error {
  constructor(
    readonly cause: Words,
    readonly remedy: Words,
    readonly exitCode: ExitCode = EXIT.failed,
  ) {
    super(cause.en);
    this.name = 'LoadFailure';
  }
}
