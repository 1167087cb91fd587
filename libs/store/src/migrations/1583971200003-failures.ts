import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { Columns, OPTIONAL } from './columns.js';

/** What was refused, and what nobody could handle. */
export class Failures1583971200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    await refusals(runner, make);
    await deadLetters(runner, make);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('dead_letters');
    await runner.dropTable('refusals');
  }
}

async function refusals(runner: QueryRunner, make: Columns): Promise<void> {
  await runner.createTable(
    new Table({
      name: 'refusals',
      columns: [
        make.key('id'),
        make.text('system'),
        make.text('submission_key'),
        make.text('sha256'),
        make.text('kind'),
        make.text('code'),
        make.text('detail'),
        make.text('problems', OPTIONAL),
        make.text('sender', OPTIONAL),
        make.text('identity', OPTIONAL),
        make.text('subject', OPTIONAL),
        make.moment('at'),
        make.text('day'),
      ],
      indices: [
        new TableIndex({
          name: 'refusals_submission',
          columnNames: ['system', 'submission_key', 'sha256'],
          isUnique: true,
        }),
      ],
    }),
  );
}

async function deadLetters(runner: QueryRunner, make: Columns): Promise<void> {
  await runner.createTable(
    new Table({
      name: 'dead_letters',
      columns: [
        make.key('id'),
        make.text('letter_key'),
        make.text('queue'),
        make.text('message_id'),
        make.text('type', OPTIONAL),
        make.text('user_id', OPTIONAL),
        make.text('reason'),
        make.text('headers'),
        make.integer('size'),
        make.bytes('body'),
        make.moment('at'),
        make.moment('retried_at', OPTIONAL),
      ],
      indices: [new TableIndex({ name: 'dead_letters_letter', columnNames: ['letter_key'], isUnique: true })],
    }),
  );
}
