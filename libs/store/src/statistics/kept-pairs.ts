import { type DayPeriod } from '#core';
import { type Database } from '../connection/database.js';
import { type Pairs } from './breakdowns.js';
import { findPairs } from './pairs.js';

/** What the pairs of a period depend on: deliveries made and received only ever grow, and agencies get another version with another name. */
const STATE = `SELECT COALESCE(CAST(SUM(made) AS bigint), 0) AS made, COALESCE(CAST(SUM(received) AS bigint), 0) AS received,
    (SELECT COALESCE(CAST(SUM(version) AS bigint), 0) FROM agencies) AS names
  FROM ledger_days WHERE day BETWEEN ? AND ?`;

const MOST_KEPT = 20;

/** Pairs cost seconds for a long period, so an answer is kept, and given again as long as nothing it depends on has changed. */
export class KeptPairs {
  private readonly kept = new Map<string, { readonly state: string; readonly pairs: Pairs }>();

  constructor(private readonly database: Database) {}

  async of(period: DayPeriod, limit: number): Promise<Pairs> {
    const name = `${period.from} ${period.to} ${limit}`;
    // Read first: what changes meanwhile makes the kept answer newer than its state, and it is asked for again.
    const state = JSON.stringify(await this.database.report(STATE, [period.from, period.to]));
    const known = this.kept.get(name);
    if (known?.state === state) return known.pairs;
    const pairs = await findPairs(this.database, period, limit);
    this.kept.delete(name);
    this.kept.set(name, { state, pairs });
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > MOST_KEPT) this.kept.delete(oldest);
    return pairs;
  }
}
