import type BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { type BetterSqlite3DataSourceOptions } from 'typeorm/driver/better-sqlite3/BetterSqlite3DataSourceOptions.js';
import { type Lane } from '../exchange/new-document.js';
import { Database, type Session, type Snapshot } from './database.js';
import { StoreClosed } from './outage.js';
import { keepForOwner } from './own-file.js';
import { type Schema } from './schema.js';
import { ReportWorker } from './report-worker.js';
import { SerialQueue } from './serial-queue.js';
import { bindable, SqliteSession } from './sqlite-session.js';

/** How long a statement waits for another process' lock; the event loop waits with it. */
const BUSY_MS = 1_000;

/** A document of the usual 6 KB fits into one page with little left over; smaller pages write more of them, larger ones waste them on indexes. */
const PAGE_BYTES = 8_192;

/** The log is copied into the file when it has grown to 32 MB: rows written and soon changed again are copied once. */
const WAL_PAGES = 4_096;

const CACHE_KIB = 32_768;

/**
 * SQLite through better-sqlite3.
 *
 * TypeORM has one connection per DataSource, and two transactions on one connection are one transaction: whoever rolls back takes the other's
 * rows along. So every write passes one serial queue, and reads have a DataSource of their own, which sees only what is committed.
 */
export class SqliteDatabase extends Database {
  readonly dialect = 'sqlite';
  readonly read: Session;
  private readonly queue = new SerialQueue();
  private readonly session: Session;
  private readonly reports: ReportWorker;
  private readonly snapshots = new Set<ReportWorker>();
  /** A thread that took a snapshot and waits for the next: starting one costs more than most snapshots. */
  private idle: ReportWorker | undefined;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly path: string,
  ) {
    super();
    this.session = new SqliteSession(connectionOf(writer), writer.manager);
    this.read = new SqliteSession(connectionOf(reader), reader.manager);
    this.reports = new ReportWorker(path);
  }

  /** Makes the file if there is none, has only its owner read it, runs the migrations. */
  static async open(path: string, schema: Schema): Promise<SqliteDatabase> {
    await keepForOwner(path);
    const common: BetterSqlite3DataSourceOptions = { type: 'better-sqlite3', database: path, timeout: BUSY_MS };
    const writer = await new DataSource({
      ...common,
      entities: [...schema.rows],
      migrations: [...schema.migrations],
      prepareDatabase: prepare,
    }).initialize();
    await writer.runMigrations({ transaction: 'all' });
    const reader = new DataSource({ ...common, entities: [...schema.rows], readonly: true, fileMustExist: true });
    return new SqliteDatabase(writer, await reader.initialize(), path);
  }

  write<T>(work: (session: Session) => Promise<T>, lane: Lane = 'normal'): Promise<T> {
    return this.queue.run(() => this.timed(() => this.transaction(work)), lane);
  }

  report<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.reports.ask(text, parameters.map(bindable)) as Promise<T[]>;
  }

  /** In a thread that nobody else uses meanwhile: the thread of the reports runs one after the other. */
  async snapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    if (this.closing) throw new StoreClosed();
    const worker = this.idle ?? new ReportWorker(this.path);
    this.idle = undefined;
    this.snapshots.add(worker);
    try {
      await worker.ask('BEGIN', []);
      const all: Snapshot['all'] = <R>(text: string, parameters: readonly unknown[] = []) =>
        worker.ask(text, parameters.map(bindable)) as Promise<R[]>;
      const result = await work({ all });
      await worker.ask('COMMIT', []);
      if (this.idle === undefined && this.closing === undefined) this.idle = worker;
      return result;
    } finally {
      this.snapshots.delete(worker);
      if (this.idle !== worker) await worker.close();
    }
  }

  probe(): Promise<void> {
    // Nobody uses this number; setting it writes a page, and leaves prepared statements as they are.
    return this.write(async (session) => {
      await session.all('PRAGMA user_version = 1');
    }, 'urgent');
  }

  close(): Promise<void> {
    this.closing ??= this.letGo();
    return this.closing;
  }

  private async letGo(): Promise<void> {
    await this.queue.close();
    const idle = this.idle === undefined ? [] : [this.idle];
    await Promise.all([this.reports, ...this.snapshots, ...idle].map((worker) => worker.close()));
    await this.reader.destroy();
    await this.writer.destroy();
  }

  private async transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const connection = connectionOf(this.writer);
    connection.exec('BEGIN IMMEDIATE');
    try {
      const result = await work(this.session);
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }
}

function connectionOf(source: DataSource): BetterSqlite3.Database {
  return (source.driver as unknown as { databaseConnection: BetterSqlite3.Database }).databaseConnection;
}

/**
 * WAL with synchronous=NORMAL: what is committed survives the death of this process, even by SIGKILL; after a power cut the last
 * transactions may be missing, but the file is whole. Senders that had no acknowledgement send again.
 */
function prepare(connection: BetterSqlite3.Database): void {
  connection.pragma(`page_size = ${PAGE_BYTES}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
  connection.pragma(`cache_size = -${CACHE_KIB}`);
}
