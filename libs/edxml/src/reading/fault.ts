import { AxisError, type AxisErrorCode, type ErrorDetails } from '#core';

/** A refusal of a message that could not be read on, with the place it came to as its one problem. `at` is `line:column`, from 1. */
export function faultAt(code: AxisErrorCode, at: string, details: ErrorDetails = {}, cause?: unknown): AxisError {
  const { message } = new AxisError(code, details);
  return new AxisError(code, details, { problems: [{ class: 'T', path: 'T.edXML', at, message }], cause });
}
