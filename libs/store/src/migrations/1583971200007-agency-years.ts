import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { Columns } from './columns.js';

const COUNTS = ['sent', 'received', 'refused', 'finished'];

/** What an agency sent and received by year, filled from its months. */
export class AgencyYears1583971200007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    const columns = [...['year', 'agency'].map((key) => make.key(key)), ...COUNTS.map((count) => make.integer(count))];
    await runner.createTable(new Table({ name: 'agency_years', withoutRowid: true, columns }));
    await runner.query(`INSERT INTO agency_years (year, agency, ${COUNTS.join(', ')})
      SELECT substr(month, 1, 4), agency, ${COUNTS.map((count) => `SUM(${count})`).join(', ')} FROM agency_months GROUP BY 1, 2`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('agency_years');
  }
}
