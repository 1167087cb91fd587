import { IsNull } from 'typeorm';
import { type Database } from '../connection/database.js';
import { lookUp } from '../connection/row-statement.js';
import { type Page, pageOf } from '../page.js';
import { AgencyRow } from '../rows/registry-rows.js';
import { agencyOf, putStatement, valuesOf } from './agency-row.js';
import { type AgencyQuery, type DirectoryAgency, type RegisteredAgency } from './registered-system.js';

const PUT = putStatement('keeping');

const KNOWN = lookUp(
  { code: 'text' },
  { select: 'a.code', from: 'agencies a', where: 'a.code = v.code AND a.deleted_at IS NULL' },
);

/** One transaction for all. */
export async function putAgencies(database: Database, agencies: readonly RegisteredAgency[]): Promise<void> {
  const byCode = [...new Map(agencies.map((agency) => [agency.code, agency])).values()];
  const rows = byCode.map(valuesOf);
  await database.write((session) => session.each(PUT, rows));
}

export async function getAgency(database: Database, code: string): Promise<DirectoryAgency | undefined> {
  const row = await database.read.manager.findOneBy(AgencyRow, { code, deletedAt: IsNull() });
  return row ? agencyOf(row) : undefined;
}

export async function knownAgencies(database: Database, codes: readonly string[]): Promise<Set<string>> {
  const distinct = [...new Set(codes)].map((code) => [code]);
  const rows = await database.read.each<{ code: string }>(KNOWN, distinct);
  return new Set(rows.map(({ code }) => code));
}

export async function listAgencies(database: Database, query: AgencyQuery): Promise<Page<DirectoryAgency>> {
  const { parent, tier, cursor, limit } = query;
  const found = database.read.manager.createQueryBuilder(AgencyRow, 'a').orderBy('a.code', 'ASC');
  found.take(limit + 1).where('a.deletedAt IS NULL');
  if (parent === null) found.andWhere('a.parent IS NULL');
  else if (parent !== undefined) found.andWhere('a.parent = :parent', { parent });
  if (tier !== undefined) found.andWhere('a.tier = :tier', { tier });
  if (cursor !== undefined) found.andWhere('a.code > :cursor', { cursor });
  return pageOf(await found.getMany(), limit, { item: agencyOf, cursor: ({ code }) => code });
}

export function countAgencies(database: Database): Promise<number> {
  return database.read.manager.countBy(AgencyRow, { deletedAt: IsNull() });
}

/** Rows only come and are never taken away, deleted agencies included, and every write of one raises its version. */
export async function countAgencyChanges(database: Database): Promise<number> {
  const [row] = await database.read.all<{ changes: number }>(
    'SELECT COALESCE(SUM(version), 0) AS changes FROM agencies',
  );
  return row?.changes ?? 0;
}
