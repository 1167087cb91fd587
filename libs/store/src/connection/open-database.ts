import { type Database } from './database.js';
import { PostgresDatabase } from './postgres-database.js';
import { type Schema } from './schema.js';
import { SqliteDatabase } from './sqlite-database.js';

/** Opens `sqlite:/path/to/file` or `postgres://…` and runs the migrations. */
export async function openDatabase(url: string, schema: Schema): Promise<Database> {
  if (/^postgres(ql)?:/.test(url)) return PostgresDatabase.open(url, schema);
  const path = /^sqlite:(?:\/\/)?(?<path>.+)$/.exec(url)?.groups?.path;
  if (!path)
    throw new Error(
      `A store's address is sqlite:/path/to/file or postgres://…, not "${url.replace(/:[^:@/]*@/, ':…@')}".`,
    );
  return SqliteDatabase.open(path, schema);
}
