import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { Columns } from './columns.js';

/** What was asked for, as a digest, of the documents that the hub wrote itself: by it a repeat under their key is known. */
export class Asked1583971200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    const columns = [make.key('document_id'), make.text('asked')];
    await runner.createTable(new Table({ name: 'asked_documents', withoutRowid: true, columns }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('asked_documents');
  }
}
