import { AccountRepository } from './accounts/account-repository.js';
import { ProgramTokenRepository } from './accounts/program-token-repository.js';
import { SessionRepository } from './accounts/session-repository.js';
import { type Database } from './connection/database.js';
import { isOutage } from './connection/outage.js';
import { openHubDatabase } from './open-hub-database.js';
import { DeadLetterRepository } from './dead-letters/dead-letter-repository.js';
import { BodyRepository } from './documents/body-repository.js';
import { DocumentRepository } from './documents/document-repository.js';
import { SampleNumberRepository } from './documents/sample-number-repository.js';
import { ExchangeRepository } from './exchange/exchange-repository.js';
import { MailboxRepository } from './mailboxes/mailbox-repository.js';
import { OverviewRepository } from './overview/overview-repository.js';
import { RefusalRepository } from './refusals/refusal-repository.js';
import { RegistryRepository } from './registry/registry-repository.js';
import { BreakdownRepository } from './statistics/breakdown-repository.js';
import { StatisticsRepository } from './statistics/statistics-repository.js';

const ABOUT = {
  sqlite: `SELECT sqlite_version() AS version, CAST((julianday('now') - 2440587.5) * 86400000 AS integer) AS at`,
  postgres: `SELECT current_setting('server_version') AS version,
    CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) AS at`,
} as const;

/** Everything the hub remembers. One database, SQLite (one hub) or PostgreSQL (several hubs may share it). */
export class HubStore {
  readonly exchange: ExchangeRepository;
  readonly registry: RegistryRepository;
  readonly documents: DocumentRepository;
  readonly statistics: StatisticsRepository;
  readonly breakdowns: BreakdownRepository;
  readonly overview: OverviewRepository;
  readonly deadLetters: DeadLetterRepository;
  readonly refusals: RefusalRepository;
  readonly bodies: BodyRepository;
  readonly mailboxes: MailboxRepository;
  readonly sampleNumbers: SampleNumberRepository;
  readonly accounts: AccountRepository;
  readonly sessions: SessionRepository;
  readonly programTokens: ProgramTokenRepository;

  private constructor(private readonly database: Database) {
    this.exchange = new ExchangeRepository(database);
    this.registry = new RegistryRepository(database);
    this.documents = new DocumentRepository(database);
    this.statistics = new StatisticsRepository(database);
    this.breakdowns = new BreakdownRepository(database);
    this.overview = new OverviewRepository(database);
    this.deadLetters = new DeadLetterRepository(database);
    this.refusals = new RefusalRepository(database);
    this.bodies = new BodyRepository(database);
    this.mailboxes = new MailboxRepository(database);
    this.sampleNumbers = new SampleNumberRepository(database);
    this.accounts = new AccountRepository(database);
    this.sessions = new SessionRepository(database);
    this.programTokens = new ProgramTokenRepository(database);
  }

  /** Opens `sqlite:/path/hub.sqlite` (folder and file are made) or `postgres://…`, and brings its tables up to date. */
  static async open(options: { url: string }): Promise<HubStore> {
    return new HubStore(await openHubDatabase(options.url));
  }

  get dialect(): 'sqlite' | 'postgres' {
    return this.database.dialect;
  }

  /** The database's version, and its clock in epoch milliseconds. */
  async about(): Promise<{ readonly version: string; readonly at: number }> {
    const [about] = await this.database.read.all<{ version: string; at: number }>(ABOUT[this.dialect]);
    return about ?? { version: '?', at: NaN };
  }

  /** Tells how many seconds each transaction that writes takes, from now on. One may listen. */
  onTransaction(listener: (seconds: number) => void): void {
    this.database.onTransaction = listener;
  }

  /** Resolves when the database can be written to; rejects with an outage otherwise. */
  probe(): Promise<void> {
    return this.database.probe();
  }

  /** Whether an error means the database is away, full, locked or read-only: worth trying again later, and nobody's fault. */
  isOutage(error: unknown): boolean {
    return isOutage(error);
  }

  /** Takes no more work, finishes what is in hand, lets go. Calling it twice is harmless. */
  close(): Promise<void> {
    return this.database.close();
  }
}
