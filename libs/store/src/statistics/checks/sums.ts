import { acceptedBy } from './accepted-documents.js';
import { type Check } from './check.js';
import { type Source } from './counter-check.js';

/** The ledger of each day adds up: made = received + waiting (counted live) + expired + withdrawn + failed. */
export const LEDGER_BALANCE: Check = {
  name: 'ledger-balance',
  table: 'ledger_days',
  key: ['day'],
  differing: () => `
    SELECT * FROM (
      SELECT l.day, 'made' AS what, CAST(l.made AS bigint) AS counted,
        l.received + l.expired + l.withdrawn + l.failed + COALESCE(w.waiting, 0) AS recounted
      FROM ledger_days l LEFT JOIN (
        SELECT accepted_day, count(*) AS waiting FROM deliveries WHERE state = 'waiting' GROUP BY accepted_day
      ) AS w ON w.accepted_day = l.day) AS days
    WHERE counted <> recounted`,
};

/** The sum of the agencies is the national figure: documents sent, recalls, updates, and deliveries received as the ledger has them. */
export const NATIONAL_SUMS: Check = {
  name: 'national-sums',
  table: 'agency_days',
  key: [],
  differing: () => `
    SELECT * FROM (
      ${Object.entries(acceptedBy()).map(accepted).join(' UNION ALL ')}
      UNION ALL
      SELECT 'received', (${sum('received', 'agency_days')}), (${sum('received', 'ledger_days')})) AS sums
    WHERE counted <> recounted`,
};

function accepted([what, { from }]: [string, Source]): string {
  return `SELECT '${what}' AS what, (${sum(what, 'agency_days')}) AS counted, (SELECT count(*) FROM ${from}) AS recounted`;
}

function sum(column: string, table: string): string {
  return `SELECT COALESCE(CAST(SUM(${column}) AS bigint), 0) FROM ${table}`;
}
