import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { Columns } from './columns.js';

/** What was counted, written in the transaction that made it true; reports never have to read the documents. */
export class Counters1583971200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    await runner.createTable(
      new Table({
        name: 'agency_days',
        withoutRowid: true,
        columns: [
          make.key('day'),
          make.key('agency'),
          ...['sent', 'received', 'refused', 'finished'].map((name) => make.integer(name)),
        ],
      }),
    );
    // By day of acceptance; what still waits is counted live.
    await runner.createTable(
      new Table({
        name: 'ledger_days',
        withoutRowid: true,
        columns: [
          make.key('day'),
          ...['made', 'received', 'expired', 'withdrawn', 'failed'].map((name) => make.integer(name)),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('ledger_days');
    await runner.dropTable('agency_days');
  }
}
