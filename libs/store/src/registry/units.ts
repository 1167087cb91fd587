import { AxisError } from '#core';
import { type Database, type Session } from '../connection/database.js';
import { type Page, pageOf } from '../page.js';
import { AgencyRow, SystemCodeRow, SystemRow } from '../rows/registry-rows.js';
import { agencyOf, putStatement, valuesOf } from './agency-row.js';
import { type DirectoryAgency, type Permit, type RegisteredAgency } from './registered-system.js';

const REGISTER = putStatement('replacing');

/** Two that register the same code at the same moment: the second finds the first's row. */
const ENROL = 'INSERT INTO system_codes (code, system) VALUES (?, ?) ON CONFLICT (code) DO NOTHING';

const DELETE = `UPDATE agencies SET deleted_at = ?, modified_at = ?, version = version + 1
  WHERE code = ? AND deleted_at IS NULL RETURNING code`;

export function registerAgency(
  database: Database,
  agency: RegisteredAgency,
  { system, at, permit }: { system: string; at: number; permit: Permit },
): Promise<void> {
  const { code } = agency;
  return database.write(async (session) => {
    const { manager } = session;
    permit(await heldEnrolments(database, session));
    if (!(await manager.existsBy(SystemRow, { name: system }))) throw new AxisError('SYSTEM_UNKNOWN', { name: system });
    await session.all(ENROL, [code, system]);
    const serving = await manager.findOneBy(SystemCodeRow, { code });
    if (serving && serving.system !== system) {
      throw new AxisError('AGENCY_HAS_SYSTEM', { code, system: serving.system });
    }
    await session.each(REGISTER, [valuesOf({ ...agency, registeredBy: system, modifiedAt: at })]);
  });
}

export function deleteAgency(
  database: Database,
  code: string,
  { at, permit }: { at: number; permit: Permit },
): Promise<void> {
  return database.write(async (session) => {
    const enrolled = await heldEnrolments(database, session);
    const [deleted] = await session.all(DELETE, [at, at, code]);
    if (deleted === undefined) throw new AxisError('AGENCY_UNKNOWN', { code });
    permit(enrolled);
    await session.manager.delete(SystemCodeRow, { code });
  });
}

/** Who is enrolled for which code, and stays so until the transaction ends: SQLite has one writer, PostgreSQL lets the others wait. */
async function heldEnrolments(database: Database, session: Session): Promise<ReadonlyMap<string, string>> {
  if (database.dialect === 'postgres') await session.all('LOCK TABLE system_codes IN SHARE ROW EXCLUSIVE MODE');
  const rows = await session.manager.find(SystemCodeRow);
  return new Map(rows.map(({ code, system }) => [code, system]));
}

export async function listUnits(
  database: Database,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<DirectoryAgency>> {
  const found = database.read.manager
    .createQueryBuilder(AgencyRow, 'a')
    .orderBy('a.code', 'ASC')
    .take(limit + 1);
  if (cursor !== undefined) found.where('a.code > :cursor', { cursor });
  return pageOf(await found.getMany(), limit, { item: agencyOf, cursor: ({ code }) => code });
}
