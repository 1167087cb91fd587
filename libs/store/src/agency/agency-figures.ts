import { type AgencyDatabase, rowsOf } from './agency-database.js';

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

/** Counts what a system's store holds. Reads whole indexes: tens of milliseconds per hundred thousand rows. */
export class FiguresOfAgency {
  constructor(private readonly database: AgencyDatabase) {}

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
    const [row] = await rowsOf<LeftOver>(
      this.database.reading,
      `SELECT (SELECT count(*) FROM outgoing_documents WHERE state = 'queued') AS documents,
              (SELECT count(*) FROM status_reports WHERE state = 'queued') AS reports,
              (SELECT count(*) FROM incoming_deliveries WHERE receiptedAt IS NULL) AS receipts`,
    );
    return row!;
  }

  private async counts(sql: string): Promise<Counts> {
    const rows = await rowsOf<{ name: string; count: number }>(this.database.reading, sql);
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  }
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
