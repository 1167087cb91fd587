import { wholeMonths } from '#core';
import { type Database } from '../connection/database.js';
import { type CounterTable } from './counter.js';
import { AGENCY_MONTHS, DOCUMENT_DAYS, FLOW_DAYS, STATUS_DAYS, TIER_DAYS } from './counter-tables.js';

/** A row of a counter table, from the counters or recounted; rows of zeros are left out. */
export interface CounterFigure {
  /** The table's name. */
  readonly counter: string;
  /** The row's key, its columns in their order. */
  readonly key: readonly (string | number)[];
  /** Its counts, in their order. */
  readonly counts: readonly number[];
}

/** Counters of days and months that a recount covers beside the agencies' days and the ledger. */
const RECOUNTED: readonly CounterTable<string>[] = [AGENCY_MONTHS, DOCUMENT_DAYS, FLOW_DAYS, STATUS_DAYS, TIER_DAYS];

/** What the counters of the breakdowns say of a period; of months, those that lie in it. */
export async function counterFigures(database: Database, from: string, to: string): Promise<CounterFigure[]> {
  const months = wholeMonths({ from, to });
  const tables = RECOUNTED.map(async (table): Promise<CounterFigure[]> => {
    const [first = '', ...others] = Object.keys(table.keys);
    const period = table !== AGENCY_MONTHS ? [from, to] : months ? [months.first, months.last] : ['1', '0'];
    const columns = [first, ...others];
    const rows = await database.report<Record<string, string | number>>(
      `SELECT ${[...columns, ...table.counts].join(', ')} FROM ${table.name} WHERE ${first} BETWEEN ? AND ?`,
      period,
    );
    return rows.map((row) => ({
      counter: table.name,
      key: columns.map((name) => row[name] ?? ''),
      counts: table.counts.map((name) => Number(row[name])),
    }));
  });
  return inOrder((await Promise.all(tables)).flat());
}

/** Without zeros, in an order that two lists of the same figures share. */
export function inOrder(figures: readonly CounterFigure[]): CounterFigure[] {
  const nameOf = ({ counter, key }: CounterFigure): string => [counter, ...key].join('\u0000');
  return figures
    .filter(({ counts }) => counts.some((count) => count !== 0))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
