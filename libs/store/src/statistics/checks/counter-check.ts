import { type Check, type KeyColumn } from './check.js';

/** Where what a counter counts can be counted again. */
export interface Source {
  /** The column or expression for each key column, in the order of the table's key. */
  readonly by: readonly string[];
  /** Table and condition. */
  readonly from: string;
}

/** A table of counters and how each of them is counted again. */
export interface CounterTable {
  readonly name: string;
  readonly table: string;
  readonly key: readonly KeyColumn[];
  /** By column of the table. */
  readonly counts: Readonly<Record<string, Source>>;
}

/** Compares every counter of a table with a recount. A row that is missing counts nothing, so a row of zeros and none are the same. */
export function counterCheck({ name, table, key, counts }: CounterTable): Check {
  const keys = key.join(', ');
  const sides = Object.entries(counts).flatMap(([what, { by, from }]) => [
    `SELECT ${keys}, '${what}' AS what, ${what} AS counted, 0 AS recounted FROM ${table} WHERE ${what} <> 0`,
    `SELECT ${by.join(', ')}, '${what}', 0, count(*) FROM ${from} GROUP BY ${by.join(', ')}`,
  ]);
  const differing = `
    SELECT ${keys}, what, CAST(SUM(counted) AS bigint) AS counted, CAST(SUM(recounted) AS bigint) AS recounted
    FROM (${sides.join(' UNION ALL ')}) AS sides
    GROUP BY ${keys}, what HAVING SUM(counted) <> SUM(recounted)`;
  return { name, table, key, differing: () => differing };
}
