import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { type AgencyDatabase } from './agency-database.js';
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

  private constructor(private readonly database: OpenedDatabase) {
    this.outgoing = new OutgoingDocuments(database);
    this.inbox = new Inbox(database);
    this.incoming = new IncomingDocuments(database);
    this.reports = new StatusReports(database);
    this.figures = new FiguresOfAgency(database);
  }

  /** Opens the file, making it and its folder where missing, and brings it to today's shape. */
  static async open(file: string): Promise<AgencyStore> {
    await mkdir(dirname(file), { recursive: true });
    return new AgencyStore(await openDatabase(file));
  }

  /** Finishes the writes in hand and lets go. Calling it twice is harmless. */
  close(): Promise<void> {
    return this.database.close();
  }
}

interface OpenedDatabase extends AgencyDatabase {
  close(): Promise<void>;
}

async function openDatabase(file: string): Promise<OpenedDatabase> {
  const shape = { type: 'better-sqlite3' as const, database: file, entities: Object.values(rows) };
  const writing = await new DataSource({
    ...shape,
    enableWAL: true,
    migrations: [AgencyFirst1700000000000],
    migrationsRun: true,
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      database.pragma('synchronous = NORMAL');
    },
  }).initialize();
  const reading = await new DataSource({ ...shape, readonly: true }).initialize();
  let last: Promise<unknown> = Promise.resolve();
  const write = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => {
    const done = last.then(() => writing.transaction(work));
    last = done.catch(() => undefined);
    return done;
  };
  const close = async (): Promise<void> => {
    await last;
    for (const source of [writing, reading]) if (source.isInitialized) await source.destroy();
  };
  return { write, reading: reading.manager, close };
}
