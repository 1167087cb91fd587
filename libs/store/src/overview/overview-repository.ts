import { type Day, hanoiDay, type Ledger, madeAt, monthOf, OPENED, type Tier } from '#core';
import { type Database, type Snapshot } from '../connection/database.js';
import { sumsOf } from '../statistics/agency-figures.js';
import { COUNTED_LEDGER } from '../statistics/ledger-sql.js';
import { readOldestOfEach, readOldestWaiting } from './oldest-waiting.js';
import { type BusyAgency, type Flow, type OverviewFigures, type OverviewQuery } from './overview-figures.js';
import { pruneTraffic, readArrivals, readMinutes } from './traffic.js';

const MOST_BUSY = 10;
const [AN_HOUR, A_DAY] = [60, 24 * 60];

const NEWEST_DAY = 'SELECT MAX(day) AS day FROM ledger_days';
const TOTALS = `SELECT ${sumsOf(['sent', 'received'])} FROM tier_days c WHERE c.day BETWEEN ? AND ?`;
const FLOW = `SELECT from_tier, to_tier, CAST(SUM(made) AS bigint) AS made FROM flow_days
  WHERE day BETWEEN ? AND ? GROUP BY from_tier, to_tier ORDER BY from_tier, to_tier`;
const OPEN_DEAD_LETTERS = 'SELECT count(*) AS open FROM dead_letters WHERE retried_at IS NULL';
const WAITING = "SELECT count(*) AS deliveries FROM deliveries WHERE state = 'waiting'";

/** What goes on now, for whoever watches. */
export class OverviewRepository {
  constructor(private readonly database: Database) {}

  /** All figures of one moment; some milliseconds however many documents there are, off the event loop. */
  read(query: OverviewQuery): Promise<OverviewFigures> {
    return this.database.snapshot((snapshot) => figures(snapshot, query));
  }

  /** How many deliveries wait, and since when by the hubs' clocks (epoch milliseconds) the oldest of them does. */
  waiting(): Promise<{ readonly deliveries: number; readonly since?: number | undefined }> {
    return this.database.snapshot(async (snapshot) => {
      const { deliveries } = await one<{ deliveries: number }>(snapshot, WAITING);
      const [oldest] = deliveries === 0 ? [] : await readOldestWaiting(snapshot);
      return { deliveries, since: oldest && (madeAt(oldest.documentId) ?? oldest.since) };
    });
  }

  /** When the oldest document that waits for a system was accepted (epoch milliseconds), by system; one statement, a few steps for each of them. */
  oldestOfEach(): Promise<ReadonlyMap<string, number>> {
    return this.database.snapshot(readOldestOfEach);
  }

  /** Forgets traffic of before a moment, epoch milliseconds. */
  pruneTraffic(before: number): Promise<void> {
    return pruneTraffic(this.database, before);
  }
}

async function figures(snapshot: Snapshot, { at, day: until }: OverviewQuery): Promise<OverviewFigures> {
  const day = until ?? (await newestDay(snapshot)) ?? hanoiDay(at);
  const month = monthOf(day);
  const monthBegins = `${month}-01`;
  const totals = (from: Day): Promise<{ sent: number; received: number }> => readTotals(snapshot, from, day);
  const busy = (what: 'sent' | 'received'): Promise<BusyAgency[]> => readBusy(snapshot, month, what);
  return {
    day,
    today: await totals(day),
    month: await totals(monthBegins),
    sinceOpening: await totals(OPENED),
    minutes: await readMinutes(snapshot, at),
    arrivals: { hour: await readArrivals(snapshot, at, AN_HOUR), day: await readArrivals(snapshot, at, A_DAY) },
    flow: await readFlow(snapshot, monthBegins, day),
    senders: await busy('sent'),
    recipients: await busy('received'),
    oldestWaiting: await readOldestWaiting(snapshot),
    deadLetters: (await one<{ open: number }>(snapshot, OPEN_DEAD_LETTERS)).open,
    ledger: await one<Ledger>(snapshot, COUNTED_LEDGER, [OPENED, day, OPENED, day]),
  };
}

async function newestDay(snapshot: Snapshot): Promise<Day | undefined> {
  return (await one<{ day: Day | null }>(snapshot, NEWEST_DAY)).day ?? undefined;
}

function readTotals(snapshot: Snapshot, from: Day, to: Day): Promise<{ sent: number; received: number }> {
  return one(snapshot, TOTALS, [from, to]);
}

async function readFlow(snapshot: Snapshot, from: Day, to: Day): Promise<Flow[]> {
  const rows = await snapshot.all<{ from_tier: Tier; to_tier: Tier; made: number }>(FLOW, [from, to]);
  return rows.map(({ from_tier, to_tier, made }) => ({ from: from_tier, to: to_tier, made }));
}

function readBusy(snapshot: Snapshot, month: string, what: 'sent' | 'received'): Promise<BusyAgency[]> {
  return snapshot.all(
    `SELECT agency, ${what} AS count FROM agency_months WHERE month = ? AND ${what} > 0
     ORDER BY ${what} DESC, agency LIMIT ${MOST_BUSY}`,
    [month],
  );
}

/** The row of a statement that always has one. */
async function one<T>(snapshot: Snapshot, text: string, parameters: readonly unknown[] = []): Promise<T> {
  const [row] = await snapshot.all<T>(text, parameters);
  if (row === undefined) throw new Error(`No row came of: ${text}`);
  return row;
}
