import { type QueryRunner, Table } from 'typeorm';
import { type AgencyCode, documentTypeOf, isDay, paperless, sendBefore, tierOf } from '#core';
import { Columns } from './columns.js';

/** Makes tables of rules that SQL does not know: each distinct value that the documents hold, and what core says of it. */
export async function makeRuleTables(runner: QueryRunner): Promise<void> {
  await tellTiers(runner);
  await tellTypes(runner);
  await tellMornings(runner);
}

/** The table of tiers; whoever makes it takes it away again. */
export const RULE_TIERS = 'rule_tiers';

/** Takes them away again. */
export async function dropRuleTables(runner: QueryRunner): Promise<void> {
  for (const table of [RULE_TIERS, 'rule_types', 'rule_mornings']) await runner.dropTable(table);
}

/** Makes `rule_tiers` alone: the tier of each code in `code`. */
export async function tellTiers(runner: QueryRunner): Promise<void> {
  const make = new Columns(runner);
  const codes = await rowsOf<{ code: string }>(
    runner,
    'SELECT sender AS code FROM documents UNION SELECT recipient FROM deliveries UNION SELECT agency FROM agency_days',
  );
  await runner.createTable(new Table({ name: RULE_TIERS, columns: [make.key('code'), make.text('tier')] }));
  await put(
    runner,
    RULE_TIERS,
    codes.map(({ code }) => [code, tierOf(code as AgencyCode)]),
  );
}

async function tellTypes(runner: QueryRunner): Promise<void> {
  const make = new Columns(runner);
  const found = await rowsOf<{ type_name: string; type_group: number; sender: string }>(
    runner,
    `SELECT DISTINCT type_name, type_group, CASE WHEN type_group = 1 THEN sender ELSE '' END AS sender FROM documents`,
  );
  const keys = [make.key('type_name'), make.integer('type_group', { isPrimary: true }), make.key('sender')];
  const columns = [...keys, make.text('type'), make.integer('paperless')];
  await runner.createTable(new Table({ name: 'rule_types', columns }));
  const rows = found.map(({ type_name: name, type_group: group, sender }) => {
    const isPaperless = paperless(name, group === 1, sender as AgencyCode);
    return [name, group, sender, documentTypeOf(name), Number(isPaperless)];
  });
  await put(runner, 'rule_types', rows);
}

async function tellMornings(runner: QueryRunner): Promise<void> {
  const make = new Columns(runner);
  const days = await rowsOf<{ day: string }>(
    runner,
    'SELECT DISTINCT promulgated_on AS day FROM documents WHERE promulgated_on < accepted_day',
  );
  const columns = [make.key('signed_on'), make.moment('until')];
  await runner.createTable(new Table({ name: 'rule_mornings', columns }));
  const signed = days.map(({ day }) => day).filter(isDay);
  await put(
    runner,
    'rule_mornings',
    signed.map((day) => [day, sendBefore(day)]),
  );
}

async function rowsOf<T>(runner: QueryRunner, text: string): Promise<T[]> {
  return (await runner.query(text)) as T[];
}

const AT_ONCE = 1_000;

async function put(runner: QueryRunner, table: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  const { isPostgres } = new Columns(runner);
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const chunk = rows.slice(at, at + AT_ONCE);
    let last = 0;
    const marks = chunk.map((row) => `(${row.map(() => (isPostgres ? `$${++last}` : '?')).join(', ')})`);
    await runner.query(`INSERT INTO ${table} VALUES ${marks.join(', ')}`, chunk.flat());
  }
}
