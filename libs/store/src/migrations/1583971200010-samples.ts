import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { Columns } from './columns.js';

/** The last number given to a sample of each agency, year and notation. */
export class Samples1583971200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    const year = make.integer('year', { isPrimary: true });
    const columns = [make.key('agency'), year, make.key('notation'), make.integer('last')];
    await runner.createTable(new Table({ name: 'sample_numbers', withoutRowid: true, columns }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sample_numbers');
  }
}
