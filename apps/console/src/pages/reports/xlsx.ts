import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/universal';
import { type CellValue, type Column, type ReportSheet, sumsOf } from './sheet.js';

const NARROW = 16;
const WIDE = 40;

/** An Excel file: the sentence, the headings, the rows, the sums. Counts and shares are numbers; Excel writes them as its language does. */
export function xlsxOf(sheet: ReportSheet, sumsLabel: string): Promise<Blob> {
  const { title, columns, rows } = sheet;
  const sums = sumsOf(sheet, sumsLabel);
  const all: Row[] = [
    [{ value: title, type: String, fontWeight: 'bold' }],
    columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold', wrap: true })),
    ...rows.map((row) => columns.map((column, at) => cellOf(row[at], column))),
    ...(sums === undefined ? [] : [columns.map((column, at) => bold(cellOf(sums[at], column)))]),
  ];
  const widths = columns.map((column, at) => ({ width: isWide(column, at, sheet) ? WIDE : NARROW }));
  return writeXlsxFile(all, { columns: widths }).toBlob();
}

function cellOf(value: CellValue, { kind }: Column): CellObject | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return { value, type: String };
  return { value, type: Number, format: kind === 'share' ? '0.0%' : '#,##0' };
}

function bold(cell: CellObject | null): CellObject | null {
  return cell && { ...cell, fontWeight: 'bold' };
}

function isWide({ kind }: Column, at: number, { rows }: ReportSheet): boolean {
  return kind === 'text' && rows.some((row) => String(row[at] ?? '').length > NARROW);
}
