import { type Tier, TIER_NAMES, words } from '#core';
import { text } from './breakdown.js';

/** Headings that several breakdowns have. */
export const HEADINGS = {
  tier: words('Cấp', 'Tier'),
  code: words('Mã', 'Code'),
  name: words('Tên', 'Name'),
  sent: words('Gửi', 'Sent'),
  received: words('Nhận', 'Received'),
  recalls: words('Thu hồi', 'Recalls'),
  updates: words('Cập nhật', 'Updates'),
  agencies: words('Cơ quan', 'Agencies'),
  made: words('Bản gửi', 'Deliveries'),
} as const;

/** An item of one of the hub's answers. */
export type ItemOf<Answer extends { readonly items: readonly unknown[] }> = Answer['items'][number];

/** A tier by its name. */
export const tierColumn = text<{ readonly tier: string }>(HEADINGS.tier, (item) => nameOfTier(item.tier));

/** What a tier is called; what is none is called as it is. */
export function nameOfTier(name: string): string {
  return TIER_NAMES[name as Tier] ?? name;
}
