import { type EntityManager } from 'typeorm';
import { type Lane } from '../exchange/new-document.js';
import { type RowStatement } from './row-statement.js';

/** Somewhere SQL can be run. Placeholders are `?` on both databases; 64-bit integers come back as numbers. */
export interface Session {
  /** Runs one statement and returns its rows (none for a write without RETURNING). */
  all<T>(text: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Runs a statement for every row of values, in order, and returns all rows it returned. */
  each<T>(statement: RowStatement, rows: readonly (readonly unknown[])[]): Promise<T[]>;
  /** For query builders on the same connection. Never `save()`: it opens a transaction of its own. */
  readonly manager: EntityManager;
}

/** The database as it stood at one moment, whatever is written meanwhile. */
export type Snapshot = Pick<Session, 'all'>;

/** One database, SQLite or PostgreSQL, behind the few things the repositories need. */
export abstract class Database {
  /** Told how many seconds each transaction took, waiting for its turn not included; of those that failed too. */
  onTransaction: ((seconds: number) => void) | undefined;
  abstract readonly dialect: 'sqlite' | 'postgres';
  /** Reads what is committed, outside of any transaction. Never write through it. */
  abstract readonly read: Session;
  /** One transaction: everything `work` wrote, or nothing. May run `work` again after a deadlock, so it must have no other effect. */
  abstract write<T>(work: (session: Session) => Promise<T>, lane?: Lane): Promise<T>;
  /** A read that may take long; never holds up the event loop. */
  abstract report<T>(text: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Several reads at one moment, for minutes if need be; holds up neither the event loop, nor writers, nor other reports. SQLite's log grows meanwhile. */
  abstract snapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  /** Resolves when the database can be written to. */
  abstract probe(): Promise<void>;
  /** Takes no more work, finishes what is in hand, lets go. Calling it twice is harmless. */
  abstract close(): Promise<void>;

  /** For adapters: runs a transaction and tells how long it took. */
  protected async timed<T>(transaction: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await transaction();
    } finally {
      this.onTransaction?.((performance.now() - begun) / 1_000);
    }
  }
}
