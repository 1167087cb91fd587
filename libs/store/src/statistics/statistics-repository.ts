import { type AgencyCode, type Ledger, type Tier, tierOf, TIERS } from '#core';
import { type Database } from '../connection/database.js';
import { AgencyFigures, sumsOf } from './agency-figures.js';
import { counterFigures } from './counter-figures.js';
import { AGENCY_COUNTS } from './counter-tables.js';
import {
  type AgencyCounts,
  type Counts,
  type DayCounts,
  NOTHING_COUNTED,
  type Recount,
  type TierCounts,
} from './counts.js';
import { COUNTED_LEDGER } from './ledger-sql.js';
import { recount } from './recount.js';
import { type Verification, verify } from './verification.js';

const SUMS = sumsOf(AGENCY_COUNTS);

/** Of agencies `p` of which anything is counted: those that sent or received count as taking part. */
const SUMS_OF_TIER = `${sumsOf(AGENCY_COUNTS, 'p')},
  CAST(SUM(CASE WHEN p.sent + p.received > 0 THEN 1 ELSE 0 END) AS bigint) AS agencies`;

/** What was sent and received. Days are yyyy-MM-dd, both ends included. */
export class StatisticsRepository {
  private readonly agencies: AgencyFigures;

  constructor(private readonly database: Database) {
    this.agencies = new AgencyFigures(database);
  }

  async totals(from: string, to: string): Promise<Counts> {
    const [counts] = await this.ofTiers<Counts>(SUMS, '', [from, to]);
    return counts ?? NOTHING_COUNTED;
  }

  /** Days on which nothing happened are left out. */
  byDay(from: string, to: string): Promise<DayCounts[]> {
    return this.ofTiers(`c.day, ${SUMS}`, 'GROUP BY c.day ORDER BY c.day', [from, to]);
  }

  /** By code. */
  byAgency(from: string, to: string): Promise<readonly AgencyCounts[]> {
    return this.agencies.of(
      { from, to },
      (perAgency) =>
        `SELECT p.*, a.name FROM (${perAgency}) p LEFT JOIN agencies a ON a.code = p.agency ORDER BY p.agency`,
      (rows: AgencyRow[]) => rows.map(agencyCounts),
    );
  }

  /** Tiers in which nothing happened are left out. */
  byTier(from: string, to: string): Promise<readonly TierCounts[]> {
    return this.agencies.of(
      { from, to },
      (perAgency) => `SELECT a.tier, CASE WHEN a.tier IS NULL THEN p.agency END AS unknown, ${SUMS_OF_TIER}
        FROM (${perAgency}) p LEFT JOIN agencies a ON a.code = p.agency GROUP BY 1, 2`,
      tierCounts,
    );
  }

  /** Deliveries of documents accepted in the period. */
  async ledger(from: string, to: string): Promise<Ledger> {
    const [ledger] = await this.database.report<Ledger>(COUNTED_LEDGER, [from, to, from, to]);
    return ledger ?? { made: 0, received: 0, waiting: 0, expired: 0, withdrawn: 0, failed: 0 };
  }

  /** Every counter of the period: by agency and day, the ledger, and those of the breakdowns. */
  async counted(from: string, to: string): Promise<Recount> {
    const counts = await this.database.report<Recount['counts'][number]>(
      `SELECT c.day, c.agency, ${SUMS} FROM agency_days c
       WHERE c.day BETWEEN ? AND ? GROUP BY c.day, c.agency ORDER BY c.day, c.agency`,
      [from, to],
    );
    const figures = await counterFigures(this.database, from, to);
    return { counts, ledger: await this.ledger(from, to), figures };
  }

  /** The same from the documents themselves: slow, and never different. */
  recount(from: string, to: string): Promise<Recount> {
    return recount(this.database, from, to);
  }

  /** Everything counted against everything it is counted from: slow, and never different. `bodies` reads the bytes too. */
  verify(wish: { bodies?: boolean } = {}): Promise<Verification> {
    return verify(this.database, wish);
  }

  private ofTiers<T>(select: string, group: string, period: readonly string[]): Promise<T[]> {
    return this.database.report<T>(`SELECT ${select} FROM tier_days c WHERE c.day BETWEEN ? AND ? ${group}`, period);
  }
}

interface AgencyRow extends Counts {
  readonly agency: AgencyCode;
  readonly name: string | null;
}

function agencyCounts({ agency: code, name, ...counts }: AgencyRow): AgencyCounts {
  return { code, ...counts, name: name ?? undefined, tier: tierOf(code) };
}

/** Of an agency that the directory does not know, `unknown` is its code. */
interface TierRow extends Omit<TierCounts, 'tier'> {
  readonly tier: Tier | null;
  readonly unknown: AgencyCode | null;
}

function tierCounts(rows: readonly TierRow[]): TierCounts[] {
  const tiers = new Map<Tier, TierCounts>();
  for (const { unknown, ...row } of rows) {
    const tier = row.tier ?? tierOf(unknown as AgencyCode);
    tiers.set(tier, added(tiers.get(tier) ?? { tier, agencies: 0, ...NOTHING_COUNTED }, row));
  }
  return TIERS.flatMap((tier) => tiers.get(tier) ?? []);
}

function added(tier: TierCounts, more: Omit<TierCounts, 'tier'>): TierCounts {
  return {
    tier: tier.tier,
    agencies: tier.agencies + more.agencies,
    sent: tier.sent + more.sent,
    received: tier.received + more.received,
    recalls: tier.recalls + more.recalls,
    updates: tier.updates + more.updates,
    refused: tier.refused + more.refused,
    finished: tier.finished + more.finished,
  };
}
