import { type Session } from '../connection/database.js';
import { insertRows } from '../connection/row-statement.js';

const AGENCY_COUNTS = ['sent', 'received', 'refused', 'finished'] as const;
const LEDGER_COUNTS = ['made', 'received', 'expired', 'withdrawn', 'failed'] as const;

type AgencyCount = (typeof AGENCY_COUNTS)[number];
type LedgerCount = (typeof LEDGER_COUNTS)[number];

const ADD_TO_AGENCY_DAYS = insertRows(
  'agency_days',
  { day: 'text', agency: 'text', ...integers(AGENCY_COUNTS) },
  `ON CONFLICT (day, agency) DO UPDATE SET ${increments('agency_days', AGENCY_COUNTS)}`,
);

const ADD_TO_LEDGER_DAYS = insertRows(
  'ledger_days',
  { day: 'text', ...integers(LEDGER_COUNTS) },
  `ON CONFLICT (day) DO UPDATE SET ${increments('ledger_days', LEDGER_COUNTS)}`,
);

/**
 * What a transaction has to add to the counters. Written last, since hubs wait for one another at the counters, and in the order of the keys,
 * agencies before ledger, so that they never wait in a circle.
 */
export class Tally {
  private readonly agencies = new Map<string, Map<string, Record<AgencyCount, number>>>();
  private readonly days = new Map<string, Record<LedgerCount, number>>();

  agency(day: string, agency: string, what: AgencyCount, add: number): void {
    const ofDay = entry(this.agencies, day, () => new Map<string, Record<AgencyCount, number>>());
    entry(ofDay, agency, () => ({ sent: 0, received: 0, refused: 0, finished: 0 }))[what] += add;
  }

  /** `day` is the day the document was accepted on. */
  ledger(day: string, what: LedgerCount, add: number): void {
    entry(this.days, day, () => ({ made: 0, received: 0, expired: 0, withdrawn: 0, failed: 0 }))[what] += add;
  }

  async write(session: Session): Promise<void> {
    const agencyRows = sorted(this.agencies).flatMap(([day, ofDay]) =>
      sorted(ofDay).map(([agency, counts]) => [day, agency, ...AGENCY_COUNTS.map((what) => counts[what])]),
    );
    await session.each(ADD_TO_AGENCY_DAYS, agencyRows);
    await session.each(
      ADD_TO_LEDGER_DAYS,
      sorted(this.days).map(([day, counts]) => [day, ...LEDGER_COUNTS.map((what) => counts[what])]),
    );
  }
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function sorted<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function integers(names: readonly string[]): Record<string, 'integer'> {
  return Object.fromEntries(names.map((name) => [name, 'integer']));
}

function increments(table: string, names: readonly string[]): string {
  return names.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ');
}
