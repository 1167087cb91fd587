import { type Terminal } from '../terminal/terminal.js';
import { words } from '#core';
import { type Sheet, sumsOf, written } from './sheet.js';

/** What the row of sums is called. */
export const SUMS = words('Cộng', 'Total');

/** A report's table at the terminal, with its sums and notes. */
export function showSheet(terminal: Terminal, sheet: Sheet): void {
  const { columns, rows, notes } = sheet;
  const sums = sumsOf(sheet, terminal.in(SUMS));
  terminal.table(
    columns.map(({ heading }) => heading),
    [...rows, ...(sums ? [sums] : [])].map((row) => columns.map((column, at) => written(row[at], column))),
    words('Chưa có số liệu.', 'No figures yet.'),
  );
  for (const note of notes) terminal.say(note);
}
