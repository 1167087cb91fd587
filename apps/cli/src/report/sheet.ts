import { dots, type Words } from '#core';

/** What stands in a cell: text, a count, a share from 0 to 1, or nothing. */
export type CellValue = string | number | undefined;

/** A column: counts are added up in the last row, running counts and shares are not. */
export interface Column {
  readonly heading: Words;
  readonly kind: 'text' | 'count' | 'running' | 'share';
}

/** A report as it is shown or written, whatever the format. */
export interface Sheet {
  /** The sentence the figures are reported with. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  /** What has to be said beside the table. */
  readonly notes: readonly Words[];
}

/** The last row of a report: sums of its counts. None below two rows, or where nothing can be added up. */
export function sumsOf({ columns, rows }: Sheet, label: string): CellValue[] | undefined {
  if (rows.length < 2 || !columns.some(({ kind }) => kind === 'count')) return undefined;
  return columns.map(({ kind }, at) => {
    if (at === 0) return label;
    return kind === 'count' ? rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0) : undefined;
  });
}

/** A cell as people read it: dots for thousands, shares in percent. */
export function written(value: CellValue, { kind }: Column): string {
  if (typeof value !== 'number') return value ?? '';
  return kind === 'share' ? percent(value) : dots(value);
}

/** A share in percent, with a comma as reports write it: `66,7 %`. */
export function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${(100 * share).toFixed(1).replace('.', ',')} %`;
}
