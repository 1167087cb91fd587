import { type Database } from './connection/database.js';
import { openDatabase } from './connection/open-database.js';
import { HUB_MIGRATIONS } from './migrations/hub-migrations.js';
import { HUB_ROWS } from './rows/hub-rows.js';

/** The hub's database, its tables up to date. */
export function openHubDatabase(url: string): Promise<Database> {
  return openDatabase(url, { rows: HUB_ROWS, migrations: HUB_MIGRATIONS });
}
