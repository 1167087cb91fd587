import { CommanderError } from 'commander';
import { ConfigurationError } from '#config';
import { AXIS_ERRORS, AxisError, type AxisErrorCode, type Language, words, type Words } from '#core';
import { type FailedEvent, ProblemError, StrangeAnswerError, UnreachableError, VxpRefusal, type Finding } from '#wire';

/** What a command ends with. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, someFailed: 3, unreachable: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure the command line finds by itself: cause and next step, and the exit code it means. */
export class CliFailure extends Error {
  constructor(
    readonly cause: Words,
    readonly remedy: Words,
    readonly exitCode: ExitCode = EXIT.failed,
  ) {
    super(cause.en);
    this.name = 'CliFailure';
  }
}

/** The simulator could not go on, and said why. */
export class SimulatorFailure extends Error {
  constructor(readonly event: FailedEvent) {
    super(event.detail.en);
    this.name = 'SimulatorFailure';
  }
}

/** A failure as it is told: never a stack. */
export interface Explanation {
  readonly code: string;
  readonly detail: string;
  readonly remedy: string | undefined;
  readonly exitCode: ExitCode;
}

/** What any error means to the person at the terminal. */
export function explain(error: unknown, language: Language): Explanation {
  if (error instanceof CliFailure) {
    const { cause, remedy, exitCode } = error;
    return { code: 'CLI', detail: cause[language], remedy: remedy[language], exitCode };
  }
  if (error instanceof SimulatorFailure) {
    const { code, detail, remedy } = error.event;
    return {
      ...{ code, detail: `${code}: ${detail[language]}`, remedy: remedy?.[language], exitCode: exitCodeOf(code) },
    };
  }
  if (error instanceof ConfigurationError) {
    const detail = language === 'en' ? error.english : error.message;
    return { code: error.code, detail, remedy: undefined, exitCode: EXIT.wrongUse };
  }
  if (error instanceof CommanderError) {
    return { code: 'USAGE', detail: error.message, remedy: undefined, exitCode: EXIT.wrongUse };
  }
  return explainAnswer(error, language) ?? explainAxisError(asAxisError(error), language);
}

function explainAnswer(error: unknown, language: Language): Explanation | undefined {
  if (error instanceof UnreachableError) {
    const away = explainAxisError(new AxisError('HUB_AWAY', { url: error.message }), language);
    return { ...away, exitCode: EXIT.unreachable };
  }
  if (error instanceof StrangeAnswerError) return explain(strangeAnswer(error.message), language);
  if (error instanceof VxpRefusal) {
    return { code: error.code, detail: error.message, remedy: undefined, exitCode: EXIT.failed };
  }
  return error instanceof ProblemError ? explainProblem(error, language) : undefined;
}

function strangeAnswer(what: string): CliFailure {
  return new CliFailure(
    words(`Địa chỉ này trả lời không đúng giao diện: ${what}`, `This address does not answer as it should: ${what}`),
    words('Có phải chương trình khác, hay phiên bản khác?', 'Is it another program, or another version?'),
  );
}

function explainProblem({ problem }: ProblemError, language: Language): Explanation {
  const { code, detail, remedy, problems = [] } = problem;
  const entry = isKnown(code) ? AXIS_ERRORS[code] : undefined;
  return {
    code,
    detail: [`${code}: ${detail}`, ...problems.map(findingLine)].join('\n'),
    remedy: language === 'en' ? (entry?.remedyEn ?? remedy) : (remedy ?? entry?.remedy),
    exitCode: exitCodeOf(code),
  };
}

function explainAxisError(error: AxisError, language: Language): Explanation {
  const isEnglish = language === 'en';
  const reason = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  const sentence = isEnglish ? error.messageEn : error.message;
  return {
    code: error.code,
    detail: [`${error.code}: ${sentence}${reason}`, ...(error.problems ?? []).map(findingLine)].join('\n'),
    remedy: isEnglish ? error.entry.remedyEn : error.entry.remedy,
    exitCode: exitCodeOf(error.code),
  };
}

const DISK_FULL = new Set(['ENOSPC', 'EDQUOT']);
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

/** Errors of the operating system that have words of their own; anything else is a bug, told by its message. */
function asAxisError(error: unknown): AxisError {
  if (error instanceof AxisError) return error;
  const { code = '', path = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (DISK_FULL.has(code)) return new AxisError('DISK_FULL', { path });
  if (NOT_WRITABLE.has(code)) return new AxisError('FOLDER_NOT_WRITABLE', { path });
  return new AxisError('INTERNAL', {}, { cause: error });
}

function exitCodeOf(code: string): ExitCode {
  if (code === 'HUB_AWAY') return EXIT.unreachable;
  if (!isKnown(code)) return EXIT.failed;
  const { kind, http } = AXIS_ERRORS[code];
  const isWrongUse = (kind === 'use' && http === 400) || code.endsWith('_MALFORMED');
  return isWrongUse ? EXIT.wrongUse : EXIT.failed;
}

function isKnown(code: string): code is AxisErrorCode {
  return Object.hasOwn(AXIS_ERRORS, code);
}

function findingLine({ class: kind, path, at, message }: Finding): string {
  return `  ${kind} ${path}${at === undefined ? '' : ` (${at})`}: ${message}`;
}
