import { type Database } from '../connection/database.js';
import { insertRows, lookUp } from '../connection/row-statement.js';
import { type Page, pageOf } from '../page.js';
import { AgencyRow } from '../rows/registry-rows.js';
import { likeAnywhere } from '../documents/like.js';
import { type AgencyQuery, type RegisteredAgency } from './registered-system.js';

const PUT = insertRows(
  'agencies',
  { code: 'text', code_qd20: 'text', name: 'text', tier: 'text', parent: 'text', search_text: 'text' },
  `ON CONFLICT (code) DO UPDATE SET code_qd20 = excluded.code_qd20, name = excluded.name, tier = excluded.tier,
     parent = excluded.parent, search_text = excluded.search_text`,
);

const KNOWN = lookUp({ code: 'text' }, { select: 'a.code', from: 'agencies a', where: 'a.code = v.code' });

/** One transaction for all. */
export async function putAgencies(database: Database, agencies: readonly RegisteredAgency[]): Promise<void> {
  const byCode = [...new Map(agencies.map((agency) => [agency.code, agency])).values()];
  const rows = byCode.map(({ code, codeQd20, name, tier, parent, searchText }) => [
    code,
    codeQd20,
    name,
    tier,
    parent,
    searchText,
  ]);
  await database.write((session) => session.each(PUT, rows));
}

export async function getAgency(database: Database, code: string): Promise<RegisteredAgency | undefined> {
  const row = await database.read.manager.findOneBy(AgencyRow, { code });
  return row ? agencyOf(row) : undefined;
}

export async function knownAgencies(database: Database, codes: readonly string[]): Promise<Set<string>> {
  const distinct = [...new Set(codes)].map((code) => [code]);
  const rows = await database.read.each<{ code: string }>(KNOWN, distinct);
  return new Set(rows.map(({ code }) => code));
}

export async function listAgencies(database: Database, query: AgencyQuery): Promise<Page<RegisteredAgency>> {
  const { q, parent, tier, cursor, limit } = query;
  const found = database.read.manager.createQueryBuilder(AgencyRow, 'a').orderBy('a.code', 'ASC');
  found.take(limit + 1);
  if (q !== undefined) found.andWhere("a.searchText LIKE :q ESCAPE '\\'", { q: likeAnywhere(q) });
  if (parent !== undefined) found.andWhere('a.parent = :parent', { parent });
  if (tier !== undefined) found.andWhere('a.tier = :tier', { tier });
  if (cursor !== undefined) found.andWhere('a.code > :cursor', { cursor });
  return pageOf(await found.getMany(), limit, { item: agencyOf, cursor: ({ code }) => code });
}

export function countAgencies(database: Database): Promise<number> {
  return database.read.manager.count(AgencyRow);
}

function agencyOf({ parent, ...row }: AgencyRow): RegisteredAgency {
  return { ...row, parent: parent ?? undefined };
}
