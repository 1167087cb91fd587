import { type Session } from '../connection/database.js';
import { lookUp } from '../connection/row-statement.js';
import { type NewStatus } from './status-report.js';

const KNOWN = lookUp(
  { report_key: 'text' },
  { select: 's.report_key', from: 'status_reports s', where: 's.report_key = v.report_key' },
);

/** The keys of those reports that are in the history already. */
export async function knownReports(session: Session, reports: readonly NewStatus[]): Promise<Set<string>> {
  const rows = await session.each<{ report_key: string }>(
    KNOWN,
    [...new Set(reports.map(({ reportKey }) => reportKey))].map((key) => [key]),
  );
  return new Set(rows.map(({ report_key }) => report_key));
}
