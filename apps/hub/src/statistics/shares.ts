import { FINISHED_TARGETS, type Tier, TIERS } from '#core';
import { type PaperCounts, type StatusCounts } from '#store';

/** A part of a whole, from 0 to 1 with four digits; absent when the whole is nothing. */
export function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((10_000 * part) / whole) / 10_000;
}

/** The column of each status code; what has arrived by itself and what was reported as 01 is the same. */
const COLUMNS: Readonly<Record<string, string>> = {
  '': 'arrived',
  '01': 'arrived',
  '02': 'refused',
  '03': 'registered',
  '04': 'assigned',
  '05': 'processing',
  '06': 'finished',
  '15': 'givenBack',
};

/** A row for each tier: what it received, where that stands, and the share finished beside its target. */
export function statusesByTier(rows: readonly StatusCounts[]): object[] {
  return TIERS.flatMap((tier) => {
    const ofTier = rows.filter((row) => row.tier === tier);
    return ofTier.length === 0 ? [] : [statusesOf(tier, ofTier)];
  });
}

function statusesOf(tier: Tier, rows: readonly StatusCounts[]): object {
  const counts: Record<string, number> = Object.fromEntries(Object.values(COLUMNS).map((column) => [column, 0]));
  let received = 0;
  for (const { code, deliveries } of rows) {
    const column = COLUMNS[code] ?? 'arrived';
    counts[column] = (counts[column] ?? 0) + deliveries;
    received += deliveries;
  }
  const finishedShare = share(counts['finished'] ?? 0, received);
  return { tier, received, ...counts, finishedShare, target: FINISHED_TARGETS[tier] };
}

/** With and without paper; and of the types that go without paper since 4/2/2020, how many still went with it. (công văn 775/VPCP-KSTT) */
export function paperFigures(rows: readonly PaperCounts[]): { items: object[]; paperless: object } {
  const items = [false, true].flatMap((paper) => {
    const found = rows.filter((row) => row.paper === paper);
    return found.length === 0 ? [] : [{ paper, sent: sum(found, 'sent'), deliveries: sum(found, 'deliveries') }];
  });
  const freed = rows.filter(({ paperless }) => paperless);
  const sent = sum(freed, 'sent');
  const withPaper = sum(
    freed.filter(({ paper }) => paper),
    'sent',
  );
  return { items, paperless: { sent, withPaper, withPaperShare: share(withPaper, sent) } };
}

function sum(rows: readonly PaperCounts[], column: 'sent' | 'deliveries'): number {
  return rows.reduce((total, row) => total + row[column], 0);
}
