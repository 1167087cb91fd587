import { type Problem } from './problem.js';
import { ACCOUNT_ERRORS } from './account-errors.js';
import { BODY_ERRORS } from './body-errors.js';
import { EDXML_ERRORS } from './edxml-errors.js';
import { type ErrorEntry } from './error-entry.js';
import { EXCHANGE_ERRORS } from './exchange-errors.js';
import { REGISTRY_ERRORS } from './registry-errors.js';
import { RUNNING_ERRORS } from './running-errors.js';
import { SAMPLE_ERRORS } from './sample-errors.js';
import { STATUS_ERRORS } from './status-errors.js';
import { VXP_ERRORS } from './vxp-errors.js';

const TABLE = {
  ...REGISTRY_ERRORS,
  ...ACCOUNT_ERRORS,
  ...EDXML_ERRORS,
  ...EXCHANGE_ERRORS,
  ...STATUS_ERRORS,
  ...BODY_ERRORS,
  ...RUNNING_ERRORS,
  ...VXP_ERRORS,
  ...SAMPLE_ERRORS,
} as const;

/** A code of the closed table of errors. Each has a section of the same name in docs/errors.md. */
export type AxisErrorCode = keyof typeof TABLE;

/** Every error that is answered to anybody, by code: HTTP status, kind, and words in Vietnamese and English. */
export const AXIS_ERRORS: Readonly<Record<AxisErrorCode, ErrorEntry>> = TABLE;

/** All codes of the table, in alphabetical order. */
export function axisErrorCodes(): AxisErrorCode[] {
  return (Object.keys(TABLE) as AxisErrorCode[]).sort();
}

/** What an error is about, by name; the names fill the `{name}` places of its sentence. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** What else an error may carry: every fault of a checked document, and the failure beneath it. */
export interface ErrorExtras {
  readonly problems?: readonly Problem[] | undefined;
  readonly cause?: unknown;
}

/** An error with a code of the table. Its message is the Vietnamese sentence with the details filled in; a detail not given reads `…`. */
export class AxisError extends Error {
  override readonly name = 'AxisError';
  readonly problems: readonly Problem[] | undefined;

  constructor(
    readonly code: AxisErrorCode,
    readonly details: ErrorDetails = {},
    extras: readonly Problem[] | ErrorExtras = {},
  ) {
    const { problems, cause } = isProblems(extras) ? { problems: extras, cause: undefined } : extras;
    super(fillIn(AXIS_ERRORS[code].title, details), cause === undefined ? undefined : { cause });
    this.problems = problems;
  }

  /** The entry of the table: HTTP status, kind, and the words before the details are filled in. */
  get entry(): ErrorEntry {
    return AXIS_ERRORS[this.code];
  }

  /** The sentence in English, with the details filled in. */
  get messageEn(): string {
    return fillIn(this.entry.titleEn, this.details);
  }
}

/** Whether `error` is an AxisError, of that code if one is given. */
export function isAxisError(error: unknown, code?: AxisErrorCode): error is AxisError {
  return error instanceof AxisError && (code === undefined || error.code === code);
}

function isProblems(extras: readonly Problem[] | ErrorExtras): extras is readonly Problem[] {
  return Array.isArray(extras);
}

/** Details come from strangers: a sentence carries no more of one than people read. */
const MOST_CHARACTERS = 200;

function cut(text: string): string {
  const whole = [...text.slice(0, 2 * MOST_CHARACTERS)];
  return whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS).join('')}…` : text;
}

function fillIn(sentence: string, details: ErrorDetails): string {
  return sentence.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = details[name];
    if (value === undefined) return '…';
    return cut(typeof value === 'object' ? value.join(', ') : String(value));
  });
}
