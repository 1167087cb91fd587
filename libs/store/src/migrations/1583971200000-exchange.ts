import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableIndex } from 'typeorm';
import { Columns, OPTIONAL } from './columns.js';

/**
 * Documents, their bytes, their deliveries and what was reported about them.
 *
 * Tables are WITHOUT ROWID on SQLite: their keys begin with a uuid v7, so rows are appended, and a table is one tree instead of two.
 * No foreign keys: nothing is deleted, and rows that belong together are written in one transaction. An index costs a tree update per
 * document or delivery, so each one here is needed by a step of the main job.
 */
export class Exchange1583971200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    await documents(runner, make);
    await bodies(runner, make);
    await deliveries(runner, make);
    await statusReports(runner, make);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['status_reports', 'deliveries', 'bodies', 'documents']) await runner.dropTable(table);
  }
}

async function documents(runner: QueryRunner, make: Columns): Promise<void> {
  const columns = documentColumns(make);
  await runner.createTable(new Table({ name: 'documents', withoutRowid: true, columns, indices: documentIndices() }));
}

function documentColumns(make: Columns): TableColumnOptions[] {
  return [
    make.key('id'),
    make.text('submission_key'),
    make.text('system'),
    make.text('identity_key'),
    // What an opaque DocumentId is looked up by; only those few have one.
    make.text('alias_key', OPTIONAL),
    make.text('identity'),
    make.text('wire_document_id'),
    make.integer('business_type'),
    make.text('sender'),
    make.text('number'),
    make.text('notation'),
    make.text('promulgated_on'),
    make.integer('type_group'),
    make.text('type_name'),
    make.text('subject'),
    make.integer('priority'),
    make.flag('urgent'),
    make.flag('paper'),
    make.text('due_on', OPTIONAL),
    make.integer('steering', OPTIONAL),
    make.text('notes'),
    make.text('sha256'),
    make.integer('size'),
    make.flag('in_object_store'),
    make.moment('accepted_at'),
    make.text('accepted_day'),
    make.moment('lease_until'),
    make.moment('dispatched_at', OPTIONAL),
  ];
}

function documentIndices(): TableIndex[] {
  return [
    // One document per identity among the new and the replacing ones.
    new TableIndex({
      name: 'documents_identity',
      columnNames: ['identity_key'],
      isUnique: true,
      where: 'business_type IN (0, 3)',
    }),
    new TableIndex({ name: 'documents_alias', columnNames: ['alias_key'], where: 'alias_key IS NOT NULL' }),
    new TableIndex({ name: 'documents_submission', columnNames: ['system', 'submission_key'], isUnique: true }),
    new TableIndex({ name: 'documents_sha256', columnNames: ['sha256'] }),
    // Statuses that name their document by issuer and Code.
    new TableIndex({ name: 'documents_code', columnNames: ['sender', 'number'] }),
    new TableIndex({
      name: 'documents_undispatched',
      columnNames: ['id', 'lease_until'],
      where: 'dispatched_at IS NULL',
    }),
  ];
}

async function bodies(runner: QueryRunner, make: Columns): Promise<void> {
  const columns = [make.key('document_id'), make.bytes('content')];
  // The one table with a rowid on SQLite: a tree of keys holds such long rows badly (a third more to write).
  await runner.createTable(new Table({ name: 'bodies', columns }));
  if (!make.isPostgres) return;
  // Bodies are base64 mostly: compressing them costs more than it saves. Up to 8 KB they stay in the row.
  await runner.query('ALTER TABLE bodies ALTER COLUMN content SET STORAGE EXTERNAL');
  await runner.query('ALTER TABLE bodies SET (toast_tuple_target = 8160)');
}

async function deliveries(runner: QueryRunner, make: Columns): Promise<void> {
  await runner.createTable(
    new Table({
      name: 'deliveries',
      withoutRowid: true,
      columns: [
        make.key('document_id'),
        make.key('recipient'),
        make.text('system', OPTIONAL),
        make.text('state'),
        make.text('error', OPTIONAL),
        make.text('accepted_day'),
        make.moment('arrived_at', OPTIONAL),
        make.text('arrived_day', OPTIONAL),
        make.text('business_code'),
        // '' nothing, 'asked' by the sender (13), 'declined' by the recipient (16).
        make.text('withdrawal'),
      ],
      indices: [
        // What waits, by system: small however long the history grows. The day is there for the ledger.
        new TableIndex({
          name: 'deliveries_waiting',
          columnNames: ['system', 'document_id', 'recipient', 'accepted_day'],
          where: "state = 'waiting'",
        }),
      ],
    }),
  );
}

async function statusReports(runner: QueryRunner, make: Columns): Promise<void> {
  await runner.createTable(
    new Table({
      name: 'status_reports',
      withoutRowid: true,
      columns: [
        make.key('report_key'),
        make.text('document_id'),
        make.text('recipient'),
        make.text('reported_by'),
        make.text('code'),
        make.text('effect'),
        make.text('reason', OPTIONAL),
        make.text('note', OPTIONAL),
        make.text('reported_at'),
        make.moment('at'),
        make.text('day'),
        make.integer('position'),
      ],
      indices: [new TableIndex({ name: 'status_reports_delivery', columnNames: ['document_id', 'recipient'] })],
    }),
  );
}
