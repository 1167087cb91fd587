import { type EntityManager } from 'typeorm';

/** The two ways into an agency's SQLite file: one transaction after another for writes, a connection of their own for reads. */
export interface AgencyDatabase {
  /** Runs `work` in a transaction of its own; nothing else writes meanwhile. */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  readonly reading: EntityManager;
}

/** The rows a statement gives back, typed by whoever wrote the statement. */
export async function rowsOf<R>(
  manager: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<R[]> {
  const rows: unknown = await manager.query(sql, [...parameters]);
  return Array.isArray(rows) ? (rows as R[]) : [];
}
