import { type PoolClient, type QueryResult } from 'pg';
import { type EntityManager } from 'typeorm';
import { type Session } from './database.js';
import { columnsOf, type RowStatement } from './row-statement.js';

/** Names of prepared statements, by their text; the same on every connection. */
const names = new Map<string, string>();
const numbered = new Map<string, string>();

/** Something of pg that runs queries: a pool, or one client of it. */
export type Queryable = Pick<PoolClient, 'query'>;

/** SQL on PostgreSQL. */
export class PostgresSession implements Session {
  constructor(
    private readonly client: Queryable,
    readonly manager: EntityManager,
  ) {}

  async all<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const result: QueryResult = await this.client.query(withNumbers(text), [...parameters]);
    return result.rows as T[];
  }

  async each<T>(statement: RowStatement, rows: readonly (readonly unknown[])[]): Promise<T[]> {
    if (rows.length === 0) return [];
    const text = statement.postgres;
    const named = statement.keepsPlan ? { name: nameOf(text) } : {};
    const result: QueryResult = await this.client.query({ ...named, text, values: columnsOf(statement, rows) });
    return result.rows as T[];
  }
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `row_statement_${names.size}`;
  names.set(text, name);
  return name;
}

/** `?` becomes `$1`, `$2`…; no statement here has a question mark of another meaning. */
function withNumbers(text: string): string {
  const known = numbered.get(text);
  if (known !== undefined) return known;
  let last = 0;
  const result = text.replace(/\?/g, () => `$${++last}`);
  if (numbered.size > 500) numbered.clear();
  numbered.set(text, result);
  return result;
}
