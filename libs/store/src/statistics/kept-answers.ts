import { type DayPeriod } from '#core';
import { type Database } from '../connection/database.js';

/** The state of the directory: every write of an agency raises its version, and none is ever taken away. */
const NAMES = 'SELECT COALESCE(CAST(SUM(version) AS bigint), 0) AS names FROM agencies';

const MOST_KEPT = 8;

/**
 * Answers that take long for a long period. One is kept, and given again as long as nothing it depends on has changed: counters of its
 * period (`columns` of `table`, which only ever grow) and names of agencies.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, { readonly state: string; readonly answer: unknown }>();
  private readonly counters: string;

  constructor(
    private readonly database: Database,
    { table, columns }: { table: string; columns: readonly string[] },
  ) {
    const sums = columns.map((name) => `COALESCE(CAST(SUM(${name}) AS bigint), 0) AS ${name}`);
    this.counters = `SELECT ${sums.join(', ')}, (${NAMES}) AS names FROM ${table} WHERE day BETWEEN ? AND ?`;
  }

  /** The answer to `question` for the period: the kept one, or what `ask` finds. It is the caller's to read, not to change. */
  async of<T>(question: string, { from, to }: DayPeriod, ask: () => Promise<T>): Promise<T> {
    const name = `${from} ${to} ${question}`;
    // Read first: what changes meanwhile makes the kept answer newer than its state, and it is asked for again.
    const state = JSON.stringify(await this.database.report(this.counters, [from, to]));
    const known = this.kept.get(name);
    if (known?.state === state) return known.answer as T;
    const answer = await ask();
    this.kept.delete(name);
    this.kept.set(name, { state, answer });
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > MOST_KEPT) this.kept.delete(oldest);
    return answer;
  }
}
