import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { Columns } from './columns.js';

/** Systems that poll: their mailboxes, the secrets they sign with, and the agencies they register and delete. */
export class Mailboxes1583971200004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    await letters(runner, make);
    await runner.createTable(
      new Table({ name: 'letter_contents', columns: [make.key('doc_id'), make.bytes('content')] }),
    );
    for (const column of NEW_COLUMNS) await runner.query(`ALTER TABLE ${column.table} ADD COLUMN ${column.definition}`);
    // What a system reported itself, newest first.
    await runner.query('CREATE INDEX status_reports_reporter ON status_reports (reported_by, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX status_reports_reporter');
    for (const { table, definition } of NEW_COLUMNS) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${definition.split(' ')[0] ?? ''}`);
    }
    await runner.dropTable('letter_contents');
    await runner.dropTable('letters');
  }
}

/** In plain SQL: TypeORM would write the whole table anew to add a column on SQLite. */
const NEW_COLUMNS = [
  { table: 'systems', definition: 'signing_secret text' },
  ...['mail text', 'mobile text', 'fax text', 'registered_by text'].map(inAgencies),
  ...['version integer NOT NULL DEFAULT 1', 'modified_at bigint NOT NULL DEFAULT 0', 'deleted_at bigint'].map(
    inAgencies,
  ),
] as const;

function inAgencies(definition: string): { table: string; definition: string } {
  return { table: 'agencies', definition };
}

/**
 * Three partial indexes, so that a letter is in one of them: each list is read in its order, and stays as short as what it lists
 * however long the history grows. The table has a rowid on SQLite: letters put together lie together.
 */
async function letters(runner: QueryRunner, make: Columns): Promise<void> {
  const texts = ['system', 'kind', 'document_id', 'recipient', 'from_code', 'to_code', 'state'];
  const inOrder = ['system', 'kind', 'created_at', 'doc_id'];
  await runner.createTable(
    new Table({
      name: 'letters',
      columns: [
        make.key('doc_id'),
        ...texts.map((name) => make.text(name)),
        make.moment('created_at'),
        make.moment('updated_at'),
      ],
      indices: [
        new TableIndex({
          name: 'letters_fresh',
          // The state, so that letters are counted without being read.
          columnNames: [...inOrder, 'state'],
          where: "state IN ('initial', 'processing')",
        }),
        new TableIndex({ name: 'letters_failed', columnNames: inOrder, where: "state = 'fail'" }),
        new TableIndex({ name: 'letters_done', columnNames: ['system', 'created_at'], where: "state = 'done'" }),
      ],
    }),
  );
}
