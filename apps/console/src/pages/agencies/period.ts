import { dayAfter, type Day } from '#core';

/** The periods of a click; `all` is since the opening of the axis. */
export const PERIODS = ['today', 'week', 'month', 'all'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** First and last day of a period that ends today, Hanoi days; nothing is asked of the hub for `all`. */
export function daysOf(period: PeriodName, today: Day): { readonly from?: Day; readonly to?: Day } {
  if (period === 'all') return {};
  if (period === 'today') return { from: today, to: today };
  return { from: period === 'week' ? dayAfter(today, -6) : `${today.slice(0, 7)}-01`, to: today };
}

/** The period that an address names, `all` when it names none. */
export function periodIn(address: URLSearchParams): PeriodName {
  return PERIODS.find((name) => name === address.get('period')) ?? 'all';
}
