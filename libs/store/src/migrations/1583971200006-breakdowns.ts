import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { Columns } from './columns.js';
import { fillBreakdowns } from './fill-breakdowns.js';

const TABLES = ['agency_months', 'document_days', 'status_days', 'tier_days'];
const AGENCY_COUNTS = ['sent', 'received', 'refused', 'finished'];
const SOON = ['registered', 'sent_same_day', 'sent_next_morning', 'received_same_day', 'registered_same_day'];

/** Counters of the breakdowns that reports give, filled from the documents that are there already. */
export class Breakdowns1583971200006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    const counters = async (name: string, keys: string[], counts: string[]): Promise<void> => {
      const columns = [...keys.map((key) => make.key(key)), ...counts.map((count) => make.integer(count))];
      await runner.createTable(new Table({ name, withoutRowid: true, columns }));
    };
    await counters('agency_months', ['month', 'agency'], AGENCY_COUNTS);
    await counters('status_days', ['day', 'tier', 'code'], ['deliveries']);
    await counters('tier_days', ['day', 'tier'], [...AGENCY_COUNTS, ...SOON]);
    await documentDays(runner, make);
    // In plain SQL: TypeORM would write the whole table anew to add a column on SQLite.
    await runner.query('ALTER TABLE deliveries ADD COLUMN registered_day text');
    // Pairs, and recounts: with the sender, so that a document's row need not be read.
    await runner.query('CREATE INDEX documents_accepted_day ON documents (accepted_day, sender)');
    await fillBreakdowns(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX documents_accepted_day');
    await runner.query('ALTER TABLE deliveries DROP COLUMN registered_day');
    for (const table of TABLES) await runner.dropTable(table);
  }
}

async function documentDays(runner: QueryRunner, make: Columns): Promise<void> {
  const part = { isPrimary: true };
  const keys = [
    make.key('day'),
    make.key('type'),
    ...['priority', 'paper', 'paperless'].map((n) => make.integer(n, part)),
  ];
  const columns = [...keys, make.integer('sent'), make.integer('deliveries')];
  await runner.createTable(new Table({ name: 'document_days', withoutRowid: true, columns }));
}
