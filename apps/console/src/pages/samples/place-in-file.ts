/** Characters shown before and after a place: a line of base64 may be megabytes long. */
const AROUND = 60;

/** A place in a file: its line and column from 1, and what stands there. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly mark: string;
  readonly after: string;
}

/** What stands at `line:column` of a text; undefined when there is no such place. */
export function placeIn(text: string, at: string | undefined): Place | undefined {
  const [, line, column] = (/^(\d+):(\d+)$/.exec(at ?? '') ?? []).map(Number);
  if (line === undefined || column === undefined) return undefined;
  const start = startOfLine(text, line);
  if (start === undefined) return undefined;
  const end = text.indexOf('\n', start);
  const whole = text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
  const index = Math.min(Math.max(column - 1, 0), whole.length);
  return {
    ...{ line, column, mark: whole.slice(index, index + 1) },
    before: whole.slice(Math.max(index - AROUND, 0), index),
    after: whole.slice(index + 1, index + 1 + AROUND),
  };
}

function startOfLine(text: string, line: number): number | undefined {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  return start;
}
