import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { wordsColumn } from '../documents/subject-search.js';
import { Columns } from './columns.js';
import { AS_A_REPORT } from './fill-breakdowns.js';

/** Documents taken into the new table at a time. */
const PAGE = 1_000;

/**
 * What documents are searched by, beside their rows and a tenth of their size: a search for words has to look at every subject, and reads only this.
 * In the order of the ids, as lists are. ([decision 0012](../../../../docs/decisions/0012-searching-subjects.md))
 */
export class DocumentSubjects1583971200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const make = new Columns(runner);
    const columns = [make.key('document_id'), make.moment('accepted_at'), make.text('sender'), make.text('words')];
    await runner.createTable(new Table({ name: 'document_subjects', withoutRowid: true, columns }));
    if (make.isPostgres) await runner.query(AS_A_REPORT);
    let after = '';
    for (let filled = PAGE; filled === PAGE;) {
      const rows = await nextRows(runner, after);
      filled = rows.length;
      after = rows.at(-1)?.id ?? after;
      if (filled > 0) await fill(runner, rows);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('document_subjects');
  }
}

interface SubjectRow {
  readonly id: string;
  readonly accepted_at: number | string;
  readonly sender: string;
  readonly subject: string;
}

async function nextRows(runner: QueryRunner, after: string): Promise<SubjectRow[]> {
  const [mark, parameters] = marks(runner, [after]);
  return (await runner.query(
    `SELECT id, accepted_at, sender, subject FROM documents WHERE id > ${mark[0]} ORDER BY id LIMIT ${PAGE}`,
    parameters,
  )) as SubjectRow[];
}

async function fill(runner: QueryRunner, rows: readonly SubjectRow[]): Promise<void> {
  const values = rows.flatMap(({ id, accepted_at, sender, subject }) => [
    id,
    accepted_at,
    sender,
    wordsColumn(subject),
  ]);
  const [mark, parameters] = marks(runner, values);
  const tuples = rows.map((_, at) => `(${mark.slice(4 * at, 4 * at + 4).join(', ')})`);
  await runner.query(
    `INSERT INTO document_subjects (document_id, accepted_at, sender, words) VALUES ${tuples.join(', ')}`,
    parameters,
  );
}

/** The placeholders of values as the database writes them. */
function marks(runner: QueryRunner, values: unknown[]): [string[], unknown[]] {
  const { isPostgres } = new Columns(runner);
  return [values.map((_, at) => (isPostgres ? `$${at + 1}` : '?')), values];
}
