import { type Tier } from './agency-code.js';
import { type Day } from './calendar.js';

/** The four tiers of government, from above, and what belongs to none of them. */
export const TIERS: readonly Tier[] = ['central', 'province', 'district', 'commune', 'outside'];

/** What the tiers are called. */
export const TIER_NAMES: Readonly<Record<Tier, string>> = {
  central: 'Bộ, cơ quan trung ương',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  outside: 'Ngoài bốn cấp',
};

/** Which share of what was received is to be finished, by tier: the targets of 2020. Communes had none. (reports of the Government Office) */
export const FINISHED_TARGETS: Readonly<Partial<Record<Tier, number>>> = { central: 0.8, province: 0.6, district: 0.3 };

/** The day before which agencies of all four tiers were to send and receive on the axis. */
export const COVERED_BEFORE: Day = '2020-06-30';
