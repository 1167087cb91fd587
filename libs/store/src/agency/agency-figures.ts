import { type Database } from '../connection/database.js';

/** How many there are of each state, outcome or status; what there is none of is left out. */
export type Counts = Readonly<Record<string, number>>;

/** A system's own statistics, as plain data. */
export interface AgencyFigures {
  readonly outgoing: { readonly documents: number; readonly byState: Counts; readonly recipientsByStatus: Counts };
  readonly incoming: { readonly documents: number; readonly deliveries: number; readonly byStatus: Counts };
  readonly reports: { readonly byState: Counts };
  readonly owedReceipts: number;
}

/** What is not yet with the broker. */
export interface LeftOver {
  readonly documents: number;
  readonly reports: number;
  readonly receipts: number;
}

/** Counts what a system's store holds. */
export class FiguresOfAgency {
  constructor(private readonly database: Database) {}

  /** Reads whole tables, in a thread of its own. */
  async all(): Promise<AgencyFigures> {
    const byState = await this.counts(`SELECT state AS name, count(*) AS count FROM outgoing_documents GROUP BY state`);
    const recipientsByStatus = await this.counts(
      `SELECT status AS name, count(*) AS count FROM outgoing_recipients GROUP BY status`,
    );
    const byStatus = await this.counts(
      `SELECT status AS name, count(*) AS count FROM incoming_deliveries GROUP BY status`,
    );
    const reports = await this.counts(`SELECT state AS name, count(*) AS count FROM status_reports GROUP BY state`);
    const incoming = await this.counts(`SELECT 'all' AS name, count(*) AS count FROM incoming_documents`);
    const { receipts } = await this.leftOver();
    return {
      outgoing: { documents: sum(byState), byState, recipientsByStatus },
      incoming: { documents: sum(incoming), deliveries: sum(byStatus), byStatus },
      reports: { byState: reports },
      owedReceipts: receipts,
    };
  }

  /** What is still to be sent; cheap. */
  async leftOver(): Promise<LeftOver> {
    const [row] = await this.database.read
      .all<LeftOver>(`SELECT (SELECT count(*) FROM outgoing_documents WHERE state = 'queued') AS documents,
              (SELECT count(*) FROM status_reports WHERE state = 'queued') AS reports,
              (SELECT count(*) FROM incoming_deliveries WHERE receiptedAt IS NULL) AS receipts`);
    return row!;
  }

  private async counts(sql: string): Promise<Counts> {
    const rows = await this.database.report<{ name: string; count: number }>(sql);
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  }
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
