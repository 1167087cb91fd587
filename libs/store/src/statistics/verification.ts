import { type Database, type Snapshot } from '../connection/database.js';
import { BODY_CHECKS, CHECKS } from './checks/all-checks.js';
import { type Check, type KeyColumn, statementOf } from './checks/check.js';

/** How many rows are named for each check; all of them are counted. */
export const MOST_NAMED = 20;

/** A row that says something else than what it is counted from. */
export interface Difference {
  /** Name of the check that found it. */
  readonly check: string;
  readonly table: string;
  readonly key: DifferenceKey;
  /** The column, or what there should be one of. */
  readonly what: string;
  /** As it stands in the row. */
  readonly counted: number | string | null;
  /** As it follows from the documents. */
  readonly recounted: number | string | null;
}

/** What names the row; empty for a sum over the whole country. */
export interface DifferenceKey {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly year?: string | undefined;
  readonly agency?: string | undefined;
  readonly code?: string | undefined;
  readonly documentId?: string | undefined;
  readonly identity?: string | undefined;
  readonly recipient?: string | undefined;
  readonly reportKey?: string | undefined;
}

/** Counters, ledger and documents held against each other, all at one moment. */
export interface Verification {
  /** How many rows were looked at. */
  readonly compared: Compared;
  /** Every check made, with the number of rows that differ. */
  readonly checks: readonly { readonly name: string; readonly table: string; readonly differences: number }[];
  /** At most MOST_NAMED of each check. */
  readonly differences: readonly Difference[];
  /** Of all checks, named or not. */
  readonly total: number;
}

interface Compared {
  readonly documents: number;
  readonly deliveries: number;
  readonly reports: number;
  /** Rows of counters: agencies by day, and the ledger's days. */
  readonly counters: number;
}

const COMPARED = `SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM deliveries) AS deliveries,
  (SELECT count(*) FROM status_reports) AS reports,
  (SELECT count(*) FROM agency_days) + (SELECT count(*) FROM ledger_days) AS counters`;

/** Makes every check on one snapshot, so that work going on meanwhile is no difference. With `bodies`, reads every byte kept in the database too. */
export function verify(database: Database, { bodies = false }: { bodies?: boolean } = {}): Promise<Verification> {
  return database.snapshot(async (snapshot) => {
    const [compared] = await snapshot.all<Compared>(COMPARED);
    const checked: Checked[] = [];
    for (const check of bodies ? [...CHECKS, ...BODY_CHECKS] : CHECKS)
      checked.push(await make(check, snapshot, database.dialect));
    return {
      compared: compared ?? { documents: 0, deliveries: 0, reports: 0, counters: 0 },
      checks: checked.map(({ check: { name, table }, total }) => ({ name, table, differences: total })),
      differences: checked.flatMap(({ differences }) => differences),
      total: checked.reduce((sum, { total }) => sum + total, 0),
    };
  });
}

interface Checked {
  readonly check: Check;
  readonly total: number;
  readonly differences: readonly Difference[];
}

type DifferingRow = Pick<Difference, 'what' | 'counted' | 'recounted'> &
  Partial<Record<KeyColumn, string | null>> & { readonly total: number };

async function make(check: Check, snapshot: Snapshot, dialect: Database['dialect']): Promise<Checked> {
  const rows = await snapshot.all<DifferingRow>(statementOf(check, dialect, MOST_NAMED));
  const { name, table } = check;
  const differences = rows.map((row) => {
    const { what, counted, recounted } = row;
    return { check: name, table, key: keyOf(row), what, counted, recounted };
  });
  return { check, total: rows[0]?.total ?? 0, differences };
}

function keyOf(row: DifferingRow): DifferenceKey {
  return {
    day: row.day ?? undefined,
    month: row.month ?? undefined,
    year: row.year ?? undefined,
    agency: row.agency ?? undefined,
    code: row.code ?? undefined,
    documentId: row.document_id ?? undefined,
    identity: row.identity ?? undefined,
    recipient: row.recipient ?? undefined,
    reportKey: row.report_key ?? undefined,
  };
}
