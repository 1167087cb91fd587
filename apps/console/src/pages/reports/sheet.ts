import { isDay } from '#core';
import { dayOf, figure, percent } from '../../words/figures.js';

/** What stands in a cell: text, a count, a share from 0 to 1, or nothing. */
export type CellValue = string | number | undefined;

/** A column: counts are added up in the last row, running counts and shares are not. */
export interface Column {
  readonly heading: string;
  readonly kind: 'text' | 'code' | 'day' | 'count' | 'running' | 'share';
}

/** A report as it is shown or written, whatever the format. */
export interface ReportSheet {
  /** The sentence the figures are reported with. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Which column the rows are ordered by. */
export interface Order {
  readonly column: number;
  readonly isDescending: boolean;
}

/** The last row of a report: sums of its counts. None below two rows, or where nothing can be added up. */
export function sumsOf({ columns, rows }: Omit<ReportSheet, 'title'>, label: string): CellValue[] | undefined {
  if (rows.length < 2 || !columns.some(({ kind }) => kind === 'count')) return undefined;
  return columns.map(({ kind }, at) => {
    if (at === 0) return label;
    return kind === 'count' ? rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0) : undefined;
  });
}

/** A cell as people read it: dots for thousands, shares in percent. */
export function written(value: CellValue, { kind }: Column): string {
  if (typeof value === 'number') return kind === 'share' ? percent(value) : figure(value);
  if (value === undefined) return '–';
  // The row of sums has a word there.
  return kind === 'day' && isDay(value) ? dayOf(value) : value;
}

/** The rows in another order; what is empty comes last either way, what is equal keeps its place. */
export function ordered<Row extends readonly CellValue[]>(rows: readonly Row[], order: Order | undefined): Row[] {
  if (order === undefined) return [...rows];
  const { column, isDescending } = order;
  return rows.toSorted((one, other) => {
    const [a, b] = [one[column], other[column]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const difference = typeof a === 'number' && typeof b === 'number' ? a - b : LETTERS.compare(String(a), String(b));
    return isDescending ? -difference : difference;
  });
}

const LETTERS = new Intl.Collator('vi', { numeric: true });
