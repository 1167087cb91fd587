import { type Cell, type Terminal } from '../terminal/terminal.js';
import { words, type Words } from '#core';

/** A column of a list: its heading, and the field of a row that stands in it. */
export type Column = readonly [heading: Words, field: string];

/** Prints the rows of a reply under these columns. */
export function printRows(
  terminal: Terminal,
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, unknown>>[],
): void {
  const cells = rows.map((row) => columns.map(([, field]) => cellOf(row[field], terminal)));
  terminal.table(
    columns.map(([heading]) => heading),
    cells,
    words('Danh sách trống.', 'The list is empty.'),
  );
}

function cellOf(value: unknown, terminal: Terminal): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value === true ? terminal.in(words('có', 'yes')) : undefined;
}
