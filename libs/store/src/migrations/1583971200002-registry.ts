import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { Columns, OPTIONAL } from './columns.js';

/** Connected systems, the agencies they serve, and the directory of agencies. */
export class Registry1583971200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    await runner.createTable(
      new Table({
        name: 'systems',
        columns: [
          make.key('name'),
          make.text('secret_hash'),
          make.text('salt'),
          make.text('mode'),
          make.flag('arrivals'),
          make.moment('created_at'),
          make.moment('locked_at', OPTIONAL),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'system_codes',
        columns: [make.key('code'), make.text('system')],
        indices: [new TableIndex({ name: 'system_codes_system', columnNames: ['system'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'agencies',
        columns: [
          make.key('code'),
          make.text('code_qd20'),
          make.text('name'),
          make.text('tier'),
          make.text('parent', OPTIONAL),
          make.text('search_text'),
        ],
        indices: [new TableIndex({ name: 'agencies_parent', columnNames: ['parent'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['agencies', 'system_codes', 'systems']) await runner.dropTable(table);
  }
}
