import { type Ledger } from '#core';
import { type Database } from '../connection/database.js';
import { type AgencyDayCounts, type Counts, NOTHING_COUNTED, type Recount } from './counts.js';
import { recountFigures } from './recount-figures.js';

/** Everything that can be counted, one statement, so one moment; the ledger's rows have no agency. */
const RECOUNT = `
  SELECT CASE business_type WHEN 1 THEN 'recalls' WHEN 2 THEN 'updates' ELSE 'sent' END AS what,
    accepted_day AS day, sender AS agency, count(*) AS n FROM documents
    WHERE accepted_day BETWEEN ? AND ? GROUP BY 1, accepted_day, sender
  UNION ALL
  SELECT 'received', arrived_day, recipient, count(*) FROM deliveries
    WHERE state = 'received' AND arrived_day BETWEEN ? AND ? GROUP BY arrived_day, recipient
  UNION ALL
  SELECT 'refused', day, recipient, count(*) FROM status_reports
    WHERE code = '02' AND effect = 'advances' AND day BETWEEN ? AND ? GROUP BY day, recipient
  UNION ALL
  SELECT 'finished', day, recipient, count(*) FROM status_reports
    WHERE code = '06' AND effect = 'advances' AND day BETWEEN ? AND ? GROUP BY day, recipient
  UNION ALL
  SELECT state, NULL, NULL, count(*) FROM deliveries WHERE accepted_day BETWEEN ? AND ? GROUP BY state`;

interface Counted {
  what: string;
  day: string | null;
  agency: string | null;
  n: number;
}

export async function recount(database: Database, from: string, to: string): Promise<Recount> {
  const parameters = Array.from({ length: 5 }, () => [from, to]).flat();
  const rows = await database.report<Counted>(RECOUNT, parameters);
  const counts = new Map<string, AgencyDayCounts>();
  const ledger: Record<keyof Ledger, number> = {
    made: 0,
    received: 0,
    waiting: 0,
    expired: 0,
    withdrawn: 0,
    failed: 0,
  };
  for (const { what, day, agency, n } of rows) {
    if (day === null || agency === null) {
      ledger.made += n;
      ledger[what as keyof Ledger] += n;
      continue;
    }
    const key = `${day} ${agency}`;
    const known = counts.get(key) ?? { day, agency, ...NOTHING_COUNTED };
    counts.set(key, { ...known, [what as keyof Counts]: n });
  }
  const agencyDays = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return { counts: agencyDays, ledger, figures: await recountFigures(database, [from, to], agencyDays) };
}
