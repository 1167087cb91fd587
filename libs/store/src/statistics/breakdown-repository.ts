import { type Tier, TIERS } from '#core';
import { type Database } from '../connection/database.js';
import { AgencyFigures, sumsOf } from './agency-figures.js';
import {
  type BranchCounts,
  type Coverage,
  type PaperCounts,
  type Pairs,
  type PriorityCounts,
  type Punctuality,
  type StatusCounts,
  type TypeCounts,
} from './breakdowns.js';
import { AGENCY_COUNTS, TIER_COUNTS, type TierCount } from './counter-tables.js';
import { KeptAnswers } from './kept-answers.js';
import { findPairs } from './pairs.js';

const KIND = sumsOf(['sent', 'deliveries']);

/** Level 1 of an agency's code: at the end of one of the older form, which begins with a digit; else at the beginning. */
const LEVEL_ONE = "CASE WHEN agency < 'A' THEN substr(agency, 11, 3) ELSE substr(agency, 1, 3) END";

const branches = (perAgency: string): string => `SELECT b.*, a.name FROM (
    SELECT branch, ${sumsOf(AGENCY_COUNTS, 'p')},
      SUM(CASE WHEN p.sent + p.received > 0 THEN 1 ELSE 0 END) AS agencies
    FROM (SELECT ${LEVEL_ONE} AS branch, x.* FROM (${perAgency}) x) p GROUP BY branch) b
  LEFT JOIN agencies a ON a.code = '000.00.00.' || b.branch ORDER BY b.branch`;

const coverage = (perAgency: string): string => `SELECT a.tier, count(*) AS agencies,
    SUM(CASE WHEN p.sent > 0 THEN 1 ELSE 0 END) AS senders,
    SUM(CASE WHEN p.received > 0 THEN 1 ELSE 0 END) AS recipients,
    SUM(CASE WHEN p.sent + p.received > 0 THEN 1 ELSE 0 END) AS active
  FROM agencies a LEFT JOIN (${perAgency}) p ON p.agency = a.code WHERE a.deleted_at IS NULL GROUP BY a.tier`;

/** The same figures by what they are about. Days are yyyy-MM-dd, both ends included; what nothing happened to is left out. */
export class BreakdownRepository {
  private readonly agencies: AgencyFigures;
  private readonly keptPairs: KeptAnswers;

  constructor(private readonly database: Database) {
    this.agencies = new AgencyFigures(database);
    this.keptPairs = new KeptAnswers(database, { table: 'ledger_days', columns: ['made', 'received'] });
  }

  /** Most sent first. */
  byType(from: string, to: string): Promise<TypeCounts[]> {
    return this.kinds<TypeCounts>('type', 'ORDER BY sent DESC, type', [from, to]);
  }

  byPriority(from: string, to: string): Promise<PriorityCounts[]> {
    return this.kinds<PriorityCounts>('priority', 'ORDER BY priority', [from, to]);
  }

  async byPaper(from: string, to: string): Promise<PaperCounts[]> {
    type Row = Omit<PaperCounts, 'paper' | 'paperless'> & { paper: number; paperless: number };
    const rows = await this.kinds<Row>('paper, paperless', 'ORDER BY paper, paperless', [from, to]);
    return rows.map((row) => ({ ...row, paper: row.paper === 1, paperless: row.paperless === 1 }));
  }

  /** By code. */
  byBranch(from: string, to: string): Promise<readonly BranchCounts[]> {
    type Row = Omit<BranchCounts, 'name'> & { name: string | null };
    const finish = (rows: Row[]): BranchCounts[] =>
      rows.map(({ name, ...row }) => ({ ...row, name: name ?? undefined }));
    return this.agencies.of({ from, to }, branches, finish);
  }

  /** Of what arrived in the period; it adds up to what was received. */
  async byStatus(from: string, to: string): Promise<StatusCounts[]> {
    const rows = await this.database.report<StatusCounts>(
      `SELECT tier, code, ${sumsOf(['deliveries'])} FROM status_days c
       WHERE day BETWEEN ? AND ? GROUP BY tier, code ORDER BY code`,
      [from, to],
    );
    return fromAbove(rows.filter(({ deliveries }) => deliveries > 0));
  }

  coverage(from: string, to: string): Promise<readonly Coverage[]> {
    return this.agencies.of({ from, to }, coverage, fromAbove<Coverage>);
  }

  async punctuality(from: string, to: string): Promise<Punctuality[]> {
    const rows = await this.database.report<Record<TierCount, number> & { tier: Tier }>(
      `SELECT tier, ${sumsOf(TIER_COUNTS)} FROM tier_days c WHERE day BETWEEN ? AND ? GROUP BY tier`,
      [from, to],
    );
    return fromAbove(
      rows.map((row) => ({
        tier: row.tier,
        sent: row.sent,
        sentSameDay: row.sent_same_day,
        sentNextMorning: row.sent_next_morning,
        received: row.received,
        receivedSameDay: row.received_same_day,
        registered: row.registered,
        registeredSameDay: row.registered_same_day,
      })),
    );
  }

  /** The pairs with the most deliveries. Read from the documents: half a second for a busy month. */
  pairs(from: string, to: string, limit: number): Promise<Pairs> {
    return this.keptPairs.of(String(limit), { from, to }, () => findPairs(this.database, { from, to }, limit));
  }

  private kinds<T>(columns: string, order: string, period: readonly string[]): Promise<T[]> {
    return this.database.report<T>(
      `SELECT ${columns}, ${KIND} FROM document_days c WHERE day BETWEEN ? AND ? GROUP BY ${columns} ${order}`,
      period,
    );
  }
}

function fromAbove<T extends { readonly tier: Tier }>(rows: readonly T[]): T[] {
  return TIERS.flatMap((tier) => rows.filter((row) => row.tier === tier));
}
