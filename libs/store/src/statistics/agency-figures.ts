import { type DayPeriod, inSpans, type Span, yearOf } from '#core';
import { type Database } from '../connection/database.js';
import { AGENCY_COUNTS } from './counter-tables.js';
import { KeptAnswers } from './kept-answers.js';

/** Counters of agencies and the column that says of which time, the finest first. */
const TABLES = { days: ['agency_days', 'day'], months: ['agency_months', 'month'], years: ['agency_years', 'year'] };

/** Reports of the counts of each agency in a period. Thousands of rows go into one, so answers are kept while nothing changes. */
export class AgencyFigures {
  private readonly kept: KeptAnswers;

  constructor(private readonly database: Database) {
    this.kept = new KeptAnswers(database, { table: 'tier_days', columns: AGENCY_COUNTS });
  }

  /**
   * What a query makes of the counts of each agency, which it gets as a subquery with the columns `agency` and AGENCY_COUNTS;
   * agencies without any are left out. Kept as `finish` leaves it, since to make thousands of rows over takes longer than to read a kept answer.
   */
  of<Row, T>(
    period: DayPeriod,
    query: (perAgency: string) => string,
    finish: (rows: Row[]) => readonly T[],
  ): Promise<readonly T[]> {
    return this.kept.of(query('agencies'), period, async () => finish(await this.read<Row>(period, query)));
  }

  private async read<T>({ from, to }: DayPeriod, query: (perAgency: string) => string): Promise<T[]> {
    const read = (period: DayPeriod): Promise<T[]> => {
      const { text, parameters } = perAgency(period);
      return this.database.report<T>(query(text), parameters);
    };
    const nothingAfter = async (): Promise<boolean> => {
      const later = await this.database.report('SELECT 1 AS one FROM tier_days WHERE day > ? LIMIT 1', [to]);
      return later.length === 0;
    };
    // A period with nothing after it may as well end with its year, which is read from fewest rows. Asked again, since work goes on meanwhile.
    if (await nothingAfter()) {
      const rows = await read({ from, to: `${yearOf(to)}-12-31` });
      if (await nothingAfter()) return rows;
    }
    return read({ from, to });
  }
}

function perAgency(period: DayPeriod): { text: string; parameters: string[] } {
  const spans = inSpans(period);
  const parts: string[] = [];
  const parameters: string[] = [];
  const take = (piece: keyof typeof TABLES, sign: '' | '-', { from, to }: Span): void => {
    const [table, column] = TABLES[piece];
    const counts = AGENCY_COUNTS.map((name) => `${sign}${name} AS ${name}`).join(', ');
    parts.push(`SELECT agency, ${counts} FROM ${table} WHERE ${column} BETWEEN ? AND ?`);
    parameters.push(from, to);
  };
  for (const piece of ['years', 'months', 'days'] as const) {
    for (const span of spans[piece].plus) take(piece, '', span);
    for (const span of spans[piece].minus) take(piece, '-', span);
  }
  const text = `SELECT c.agency, ${sumsOf(AGENCY_COUNTS)} FROM (${parts.join(' UNION ALL ')}) c
    GROUP BY c.agency HAVING ${AGENCY_COUNTS.map((name) => `SUM(c.${name})`).join(' + ')} > 0`;
  return { text, parameters };
}

/** The sums of columns, as the numbers of the same names. */
export function sumsOf(columns: readonly string[], table = 'c'): string {
  return columns.map((name) => `COALESCE(CAST(SUM(${table}.${name}) AS bigint), 0) AS ${name}`).join(', ');
}
