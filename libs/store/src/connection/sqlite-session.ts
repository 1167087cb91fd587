import type BetterSqlite3 from 'better-sqlite3';
import { type EntityManager } from 'typeorm';
import { type Session } from './database.js';
import { type RowStatement } from './row-statement.js';

/** Prepared statements kept; a report's text varies, the others are few. */
const KEPT = 200;

/** SQL on one SQLite connection. Everything happens at once: the promises are only there because PostgreSQL needs them. */
export class SqliteSession implements Session {
  private readonly statements = new Map<string, BetterSqlite3.Statement<unknown[]>>();

  constructor(
    private readonly connection: BetterSqlite3.Database,
    readonly manager: EntityManager,
  ) {}

  all<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return attempt(() => this.run<T>(this.prepared(text), parameters));
  }

  each<T>(statement: RowStatement, rows: readonly (readonly unknown[])[]): Promise<T[]> {
    return attempt(() => {
      const prepared = this.prepared(statement.sqlite);
      const found: T[] = [];
      for (const row of rows) {
        const values = statement.marks.map((at) => row[at]);
        for (const one of this.run<T>(prepared, values)) found.push(one);
      }
      return found;
    });
  }

  private run<T>(prepared: BetterSqlite3.Statement<unknown[]>, parameters: readonly unknown[]): T[] {
    const values = parameters.map(bindable);
    if (prepared.reader) return prepared.all(...values) as T[];
    prepared.run(...values);
    return NOTHING;
  }

  private prepared(text: string): BetterSqlite3.Statement<unknown[]> {
    const kept = this.statements.get(text);
    if (kept) return kept;
    const [oldest] = this.statements.keys();
    if (oldest !== undefined && this.statements.size >= KEPT) this.statements.delete(oldest);
    const prepared = this.connection.prepare<unknown[]>(text);
    this.statements.set(text, prepared);
    return prepared;
  }
}

const NOTHING: never[] = [];

/** better-sqlite3 binds neither booleans nor undefined. */
export function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === undefined ? null : value;
}

async function attempt<T>(work: () => T): Promise<T> {
  return Promise.resolve(work());
}
