import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TABLES = ['agency_days', 'agency_months', 'agency_years', 'tier_days'];
const COUNTS = ['recalls', 'updates'];

/** Few documents are either, so that who counts them again need not read all the others. */
const INDEX = new TableIndex({
  name: 'documents_recalls_and_updates',
  columnNames: ['accepted_day', 'sender', 'business_type'],
  where: 'business_type = 1 OR business_type = 2',
});

/**
 * Recalls (business type 1) and updates (2) in columns of their own beside what was sent. Nothing is filled: the rules have refused both so
 * far, so that zero is what there was of them.
 */
export class RecallsAndUpdates1583971200015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In plain SQL: TypeORM would write the whole table anew to add a column on SQLite.
    for (const table of TABLES)
      for (const count of COUNTS)
        await runner.query(`ALTER TABLE ${table} ADD COLUMN ${count} integer NOT NULL DEFAULT 0`);
    await runner.createIndex('documents', INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('documents', INDEX);
    for (const table of TABLES)
      for (const count of COUNTS) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${count}`);
  }
}
