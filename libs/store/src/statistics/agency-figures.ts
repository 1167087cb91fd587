import { inMonths } from '#core';

const COUNTS = 'sent, received, refused, finished';

/** Counts by agency in a FROM clause, from whole months where the period has some, and from days before and after them. */
export const AGENCY_FIGURES = `(
  SELECT agency, ${COUNTS} FROM agency_months WHERE month BETWEEN ? AND ?
  UNION ALL SELECT agency, ${COUNTS} FROM agency_days WHERE day BETWEEN ? AND ?
  UNION ALL SELECT agency, ${COUNTS} FROM agency_days WHERE day BETWEEN ? AND ?)`;

/** Between these lies nothing. */
const NOWHERE = ['1', '0'] as const;

/** The parameters of AGENCY_FIGURES. */
export function agencyParameters(from: string, to: string): string[] {
  const { before, months, after } = inMonths({ from, to });
  return [
    ...(months ? [months.first, months.last] : NOWHERE),
    ...(before ? [before.from, before.to] : NOWHERE),
    ...(after ? [after.from, after.to] : NOWHERE),
  ];
}

/** The sums of columns, as the numbers of the same names. */
export function sumsOf(columns: readonly string[], table = 'c'): string {
  return columns.map((name) => `COALESCE(CAST(SUM(${table}.${name}) AS bigint), 0) AS ${name}`).join(', ');
}
