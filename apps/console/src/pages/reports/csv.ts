import { type CellValue, type ReportSheet } from './sheet.js';

/** Excel reads UTF-8 as such only behind this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Comma-separated values (RFC 4180): the sentence, the headings, the rows; numbers with a point and without dots, shares from 0 to 1. */
export function csvOf({ title, columns, rows }: ReportSheet): string {
  const headings = columns.map(({ heading }) => heading);
  const lines = [[title], headings, ...rows.map((row) => columns.map((_, at) => row[at]))];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** Text that a spreadsheet would take for a formula is kept from being one: names are given by systems. */
function quoted(value: CellValue): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
