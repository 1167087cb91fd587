import { type Breakdown } from './breakdown.js';
import { type CellValue } from './sheet.js';

/** Of the chart, in pixels. */
export const CHART_HEIGHT = 300;

/** More bars than these are not told apart. */
const MOST_BARS = 15;

/** The rows that a chart has room for: all points in time, the first bars. */
export function drawnRows<Row>(rows: readonly Row[], shape: Breakdown['chart']['shape']): readonly Row[] {
  return shape === 'lines' ? rows : rows.slice(0, MOST_BARS);
}

/** What a row is called in a chart: the first of its names; of a pair both. Long names end in `…`. */
export function nameOfRow(row: readonly CellValue[], named: readonly number[]): string {
  const half = named.length > 2 ? named.length / 2 : named.length;
  const sides = [named.slice(0, half), named.slice(half)].filter((side) => side.length > 0);
  return sides.map((side) => firstOf(row, side)).join(' → ');
}

const LONGEST = 34;

function firstOf(row: readonly CellValue[], columns: readonly number[]): string {
  const name = columns.map((column) => row[column]).find((value) => value !== undefined && value !== '');
  const text = String(name ?? '–');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
