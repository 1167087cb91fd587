import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { Columns } from './columns.js';
import { AS_A_REPORT } from './fill-breakdowns.js';
import { RULE_TIERS, tellTiers } from './rule-tables.js';

const TABLES = ['flow_days', 'arrival_minutes', 'traffic_minutes'];
const KEY = { isPrimary: true };

/**
 * What goes on now: traffic by the minute, times to arrival, deliveries from tier to tier (filled from what is there), and when
 * systems were last seen.
 */
export class Traffic1583971200009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    const counters = async (name: string, keys: TableColumnOptions[], counts: string[]): Promise<void> => {
      const columns = [...keys, ...counts.map((count) => make.integer(count))];
      await runner.createTable(new Table({ name, withoutRowid: true, columns }));
    };
    const minute = make.integer('minute', KEY);
    await counters('traffic_minutes', [minute], ['accepted', 'arrived']);
    await counters('arrival_minutes', [minute, make.integer('bucket', KEY)], ['deliveries']);
    await counters('flow_days', [make.key('day'), make.key('from_tier'), make.key('to_tier')], ['made']);
    // In plain SQL: TypeORM would write the whole table anew to add a column on SQLite.
    await runner.query('ALTER TABLE systems ADD COLUMN last_seen_at bigint');
    await fillFlow(runner, make);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE systems DROP COLUMN last_seen_at');
    for (const table of TABLES) await runner.dropTable(table);
  }
}

async function fillFlow(runner: QueryRunner, make: Columns): Promise<void> {
  if (make.isPostgres) await runner.query(AS_A_REPORT);
  await tellTiers(runner);
  await runner.query(`INSERT INTO flow_days (day, from_tier, to_tier, made)
    SELECT d.accepted_day, s.tier, r.tier, count(*) FROM documents d JOIN deliveries e ON e.document_id = d.id
      JOIN ${RULE_TIERS} s ON s.code = d.sender JOIN ${RULE_TIERS} r ON r.code = e.recipient GROUP BY 1, 2, 3`);
  await runner.dropTable(RULE_TIERS);
}
