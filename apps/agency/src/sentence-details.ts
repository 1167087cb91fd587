import { AXIS_ERRORS, AxisError, type AxisErrorCode, axisErrorCodes, type ErrorDetails } from '#core';

/** What the sentence of an error with this code was about: its details read back out of it. Undefined for a sentence of another code, or in other words. */
export function detailsIn(code: AxisErrorCode, sentence: string): ErrorDetails | undefined {
  const match = patternOf(AXIS_ERRORS[code].title).exec(sentence);
  return match === null ? undefined : { ...match.groups };
}

/** The error that says this sentence, without the problems it may have carried; undefined when it is nobody's of the table. */
export function errorSaying(sentence: string): AxisError | undefined {
  for (const code of axisErrorCodes()) {
    const details = detailsIn(code, sentence);
    if (details !== undefined) return new AxisError(code, details);
  }
  return undefined;
}

function patternOf(title: string): RegExp {
  const pieces = title.split(/\{(\w+)\}/).map((piece, at) => (at % 2 === 0 ? escaped(piece) : `(?<${piece}>.*?)`));
  return new RegExp(`^${pieces.join('')}$`, 's');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
