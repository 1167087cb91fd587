import { dots, type Tier, TIER_NAMES, words } from '#core';
import { type HubClient, type Period, type Totals } from '#wire';
import { type Terminal } from '../terminal/terminal.js';
import { HEADINGS } from './columns.js';
import { percent } from './sheet.js';

/** What one tier did: sent, received, recalled, updated, how many of its agencies took part, and how much of what it received is finished. */
interface TierOverview {
  readonly tier: string;
  readonly sent: number;
  readonly received: number;
  readonly recalls: number;
  readonly updates: number;
  readonly agencies: number;
  readonly active: number;
  readonly finishedShare?: number | undefined;
  readonly target?: number | undefined;
}

/** The figures of a period in a few lines. */
export interface Overview {
  readonly totals: Totals;
  readonly tiers: readonly TierOverview[];
}

/** Asks the hub for what the overview shows. */
export async function overviewOf(hub: HubClient, period: Period): Promise<Overview> {
  const { statistics } = hub;
  const [totals, counts, statuses, coverage] = await Promise.all([
    hub.totals(period),
    statistics.byTier(period),
    statistics.byStatus(period),
    statistics.coverage(period),
  ]);
  const tiers = coverage.items.map(({ tier, agencies, active }): TierOverview => {
    const found = counts.items.find((item) => item.tier === tier);
    const { sent = 0, received = 0, recalls = 0, updates = 0 } = found ?? {};
    const { finishedShare, target } = statuses.items.find((item) => item.tier === tier) ?? {};
    return { tier, sent, received, recalls, updates, agencies, active, finishedShare, target };
  });
  return { totals, tiers };
}

/** The overview as a table. */
export function showOverview(terminal: Terminal, { tiers }: Overview): void {
  const rows = tiers.map(({ tier, sent, received, recalls, updates, agencies, active, finishedShare, target }) => [
    TIER_NAMES[tier as Tier],
    dots(sent),
    dots(received),
    dots(recalls),
    dots(updates),
    `${dots(active)} / ${dots(agencies)}`,
    percent(finishedShare) + (target === undefined ? '' : ` (${percent(target)})`),
  ]);
  const headings = [
    HEADINGS.tier,
    HEADINGS.sent,
    HEADINGS.received,
    HEADINGS.recalls,
    HEADINGS.updates,
    words('Cơ quan tham gia / danh bạ', 'Agencies active / in all'),
    words('Hoàn thành (chỉ tiêu)', 'Finished (target)'),
  ];
  terminal.table(headings, rows, words('Chưa có số liệu.', 'No figures yet.'));
}
