import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Database } from '../connection/database.js';
import { isOutage } from '../connection/outage.js';
import { SqliteDatabase } from '../connection/sqlite-database.js';
import { FiguresOfAgency } from './agency-figures.js';
import { AgencyFirst1700000000000 } from './first-migration.js';
import { Inbox } from './inbox.js';
import { IncomingDocuments } from './incoming-documents.js';
import { OutgoingDocuments } from './outgoing-documents.js';
import * as rows from './rows.js';
import { StatusReports } from './status-reports.js';

/** Everything one connected system keeps: its outbox, its inbox, its statuses and its numbers, in one SQLite file. */
export class AgencyStore {
  readonly outgoing: OutgoingDocuments;
  readonly inbox: Inbox;
  readonly incoming: IncomingDocuments;
  readonly reports: StatusReports;
  readonly figures: FiguresOfAgency;

  private constructor(private readonly database: Database) {
    this.outgoing = new OutgoingDocuments(database);
    this.inbox = new Inbox(database);
    this.incoming = new IncomingDocuments(database);
    this.reports = new StatusReports(database);
    this.figures = new FiguresOfAgency(database);
  }

  /** Opens the file, making it and its folder where missing, and brings it to today's shape. */
  static async open(file: string): Promise<AgencyStore> {
    await mkdir(dirname(file), { recursive: true });
    return new AgencyStore(
      await SqliteDatabase.open(file, { rows: Object.values(rows), migrations: [AgencyFirst1700000000000] }),
    );
  }

  /** Whether trying again later may help: locked, disk full, read-only, closed. Anything else is a fault of the work itself. */
  isOutage(error: unknown): boolean {
    return isOutage(error);
  }

  /** Finishes the writes in hand and lets go. Calling it twice is harmless. */
  close(): Promise<void> {
    return this.database.close();
  }
}
