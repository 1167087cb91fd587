import { ConfigurationError } from '#config';
import { AxisError } from '#core';
import { ProblemError, UnreachableError } from '#wire';
import { EXIT, type ExitCode, type Language, LoadFailure, words } from './words.js';

/** A failure as it is told: never a stack. */
export interface Explanation {
  readonly detail: string;
  readonly remedy: string | undefined;
  readonly exitCode: ExitCode;
}

const START = words('Khởi động trục bằng ./truc up.', 'Start the axis with ./truc up.');

/** What an error of a run means to the person at the terminal. */
export function explain(error: unknown, language: Language): Explanation {
  if (error instanceof LoadFailure) {
    return { detail: error.cause[language], remedy: error.remedy[language], exitCode: error.exitCode };
  }
  if (error instanceof ConfigurationError) {
    const detail = language === 'en' ? error.english : error.message;
    return { detail, remedy: undefined, exitCode: EXIT.wrongUse };
  }
  if (error instanceof UnreachableError) {
    const what = words(`Trục không trả lời: ${error.message}.`, `The axis does not answer: ${error.message}.`);
    return { detail: what[language], remedy: START[language], exitCode: EXIT.unreachable };
  }
  return explainRefusal(error, language);
}

function explainRefusal(error: unknown, language: Language): Explanation {
  if (error instanceof ProblemError) {
    const { code, detail, remedy } = error.problem;
    return { detail: `${code}: ${detail}`, remedy, exitCode: EXIT.failed };
  }
  const known = error instanceof AxisError ? error : new AxisError('INTERNAL', {}, { cause: error });
  const reason = known.cause instanceof Error ? ` (${known.cause.message})` : '';
  const sentence = language === 'en' ? known.messageEn : known.message;
  const remedy = language === 'en' ? known.entry.remedyEn : known.entry.remedy;
  const exitCode = known.code === 'BROKER_AWAY' ? EXIT.unreachable : EXIT.failed;
  return { detail: `${known.code}: ${sentence}${reason}`, remedy, exitCode };
}
