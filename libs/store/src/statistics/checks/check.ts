import { type Database } from '../../connection/database.js';

/** Columns that may name a row; a check has those that make the key of its table, and the identity where there is a document. */
export type KeyColumn =
  'day' | 'month' | 'year' | 'agency' | 'code' | 'document_id' | 'identity' | 'recipient' | 'report_key';

/** One thing that must agree in the store at any moment. */
export interface Check {
  /** `agency-days`: stands in answers, and never changes. */
  readonly name: string;
  /** The table whose row a difference is about. */
  readonly table: string;
  /** Columns of `differing` that name the row, in the order in which differences are listed. */
  readonly key: readonly KeyColumn[];
  /** Selects what differs and nothing else: the key, `what` is counted, `counted` as it stands there, `recounted` as it ought to. */
  differing(sql: DialectSql): string;
}

/** What the two databases write differently. */
export interface DialectSql {
  /** The calendar day of Asia/Ho_Chi_Minh of a moment in epoch milliseconds. */
  readonly hanoiDay: (moment: string) => string;
  /** Lower-case hex. SQLite knows it in the threads of reports only. */
  readonly sha256: (bytes: string) => string;
}

const DIALECTS: Readonly<Record<Database['dialect'], DialectSql>> = {
  sqlite: {
    hanoiDay: (moment) => `date(${moment} / 1000 + 25200, 'unixepoch')`,
    sha256: (bytes) => `sha256_hex(${bytes})`,
  },
  postgres: {
    hanoiDay: (moment) => `to_char(to_timestamp(${moment} / 1000 + 25200) AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
    sha256: (bytes) => `encode(sha256(${bytes}), 'hex')`,
  },
};

/** A check as one statement: the first `limit` rows that differ, each with the `total` of all. */
export function statementOf(check: Check, dialect: Database['dialect'], limit: number): string {
  const order = [...check.key, 'what'].join(', ');
  const differing = check.differing(DIALECTS[dialect]);
  return `SELECT found.*, count(*) OVER () AS total FROM (${differing}) AS found ORDER BY ${order} LIMIT ${limit}`;
}
