import { inMonths } from '#core';

const COUNTS = ['sent', 'received', 'refused', 'finished'];

/** Counts by agency in a FROM clause, from months, and from days that are added to them and taken from them. */
const AGENCY_FIGURES = `(
  ${from('agency_months', 'month')}
  UNION ALL ${from('agency_days', 'day')} UNION ALL ${from('agency_days', 'day')}
  UNION ALL ${from('agency_days', 'day', '-')} UNION ALL ${from('agency_days', 'day', '-')})`;

/** The counts of each agency in the period; agencies without any are left out. */
export const PER_AGENCY = `SELECT c.agency, ${sumsOf(COUNTS)} FROM ${AGENCY_FIGURES} c
  GROUP BY c.agency HAVING ${COUNTS.map((name) => `SUM(c.${name})`).join(' + ')} > 0`;

/** Between these lies nothing. */
const NOWHERE = { from: '1', to: '0' };

/** The parameters of PER_AGENCY. */
export function agencyParameters(from: string, to: string): string[] {
  const { months, plus, minus } = inMonths({ from, to });
  const spans = [months ? { from: months.first, to: months.last } : NOWHERE];
  for (const days of [plus, minus]) spans.push(days[0] ?? NOWHERE, days[1] ?? NOWHERE);
  return spans.flatMap((span) => [span.from, span.to]);
}

function from(table: string, column: string, sign = ''): string {
  const counts = COUNTS.map((name) => `${sign}${name} AS ${name}`).join(', ');
  return `SELECT agency, ${counts} FROM ${table} WHERE ${column} BETWEEN ? AND ?`;
}

/** The sums of columns, as the numbers of the same names. */
export function sumsOf(columns: readonly string[], table = 'c'): string {
  return columns.map((name) => `COALESCE(CAST(SUM(${table}.${name}) AS bigint), 0) AS ${name}`).join(', ');
}
