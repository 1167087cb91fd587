import { ledgerAddsUp, reportStatus } from '#core';
import { type HubStore } from '../hub-store.js';
import { type NewDocument } from '../exchange/new-document.js';
import { type NewStatus } from '../exchange/status-report.js';
import { AGENCY_COUNTS } from '../statistics/counter-tables.js';
import { type Counts } from '../statistics/counts.js';
import { accept, aDocument, ALL_DAYS, aReport, DAY, failing, NEXT_DAY, to } from './builders.contract.js';

const CODES = ['000.00.00.H53', '000.00.04.H53', '000.00.00.H01', '000.00.00.G14', '000.21.31.H53'];
const BUSINESS_TYPES = [0, 1, 2, 3] as const;
const STATUSES = ['02', '03', '04', '05', '06', '13', '15', '16'];

/** Numbers in [0, 1) that are the same in every run. (mulberry32) */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Whatever happens, in whatever order and at the same time: the counters say what a recount says. */
export function ledgerContract(store: () => HubStore): void {
  it.each([1, 2020, 387_377])('adds up after anything whatever (seed %d)', async (seed) => {
    const random = seeded(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const known: NewDocument[] = [];

    const randomDocument = (): NewDocument => {
      if (known.length > 0 && random() < 0.2) return { ...pick(known), id: aDocument().id };
      const codes = CODES.filter(() => random() < 0.5);
      const recipients = codes.map((code) =>
        random() < 0.1 ? failing(code) : to(code, random() < 0.1 ? null : code.slice(-3).toLowerCase()),
      );
      return aDocument({ recipients, sender: pick(CODES), businessType: pick(BUSINESS_TYPES) });
    };
    const receipts = (): Promise<unknown> =>
      store().exchange.recordReceipts({
        at: 1,
        day: pick([DAY, NEXT_DAY]),
        receipts: Array.from({ length: 20 }, () => pick(known)).flatMap(({ id, recipients }) =>
          recipients.map(({ code, system = 'nobody' }) => ({ system, documentId: id, recipients: [code] })),
        ),
      });
    const statuses = async (): Promise<unknown> => {
      const queries = Array.from({ length: 15 }, () => pick(known)).map(({ id }) => ({
        identityKeys: [id],
        recipient: pick(CODES),
      }));
      const found = await store().exchange.findDeliveries(queries);
      const reports = found.flatMap((facts): NewStatus[] => {
        if (!facts) return [];
        const { next, effect, code } = reportStatus(facts.status, pick(STATUSES));
        const target = { documentId: facts.documentId, recipient: facts.recipient };
        const arrivedImplied = facts.state === 'waiting' && effect === 'advances';
        return [aReport(pick(known), { ...target, seen: facts.status, next, effect, code, arrivedImplied })];
      });
      return store().exchange.recordStatuses({
        at: 1,
        day: pick([DAY, NEXT_DAY]),
        reports: [...reports, ...reports.slice(0, 3)],
      });
    };

    for (let round = 0; round < 12; round += 1) {
      const fresh = Array.from({ length: 25 }, randomDocument);
      const results = await accept(store(), fresh, { day: pick([DAY, NEXT_DAY]) });
      known.push(...fresh.filter((_, at) => results[at]?.outcome === 'new'));
      await Promise.all([receipts(), statuses(), receipts(), accept(store(), [randomDocument()]), statuses()]);
      if (round === 6) await store().exchange.assignUnserved((code) => code.slice(-3).toLowerCase());
    }

    const counted = await store().statistics.counted(...ALL_DAYS);
    expect(counted).toEqual(await store().statistics.recount(...ALL_DAYS));
    const { differences } = await store().statistics.verify();
    expect(differences.filter(({ table }) => table.endsWith('_days'))).toEqual([]);
    expect(ledgerAddsUp(counted.ledger)).toBe(true);
    const sumOf = (what: keyof Counts): number => counted.counts.reduce((sum, row) => sum + row[what], 0);
    for (const what of AGENCY_COUNTS) expect(sumOf(what)).toBeGreaterThan(0);
    expect(sumOf('received')).toBe(counted.ledger.received);
  });
}
