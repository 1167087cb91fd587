import { dayAfter, type Day, type DayPeriod, isDay, OPENED } from '#core';

/** The periods of a click. */
export const QUICK_PERIODS = ['today', 'week', 'month', 'lastMonth', 'year', 'all'] as const;
export type QuickPeriod = (typeof QUICK_PERIODS)[number];

/** The first and last day of a period of a click, seen from `today`. */
export function quickPeriod(period: QuickPeriod, today: Day): DayPeriod {
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  const lastMonthEnded = dayAfter(firstOfMonth, -1);
  const from: Readonly<Record<QuickPeriod, Day>> = {
    today,
    week: dayAfter(today, -6),
    month: firstOfMonth,
    lastMonth: `${lastMonthEnded.slice(0, 7)}-01`,
    year: `${today.slice(0, 4)}-01-01`,
    all: OPENED,
  };
  return { from: from[period], to: period === 'lastMonth' ? lastMonthEnded : today };
}

/** The period an address asks for; this month where it does not say, or not a day that exists. It may end before it begins. */
export function periodIn(address: URLSearchParams, today: Day): DayPeriod {
  const month = quickPeriod('month', today);
  const [from, to] = [address.get('from') ?? '', address.get('to') ?? ''];
  return { from: isReported(from) ? from : month.from, to: isReported(to) ? to : month.to };
}

/** As many days just before; undefined when the axis was not open on all of them. */
export function periodBefore({ from, to }: DayPeriod): DayPeriod | undefined {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const before = { from: dayAfter(from, -days), to: dayAfter(from, -1) };
  return days < 1 || before.from < OPENED ? undefined : before;
}

/** The hub reckons with the years 1000 to 2999. */
function isReported(text: string): boolean {
  return isDay(text) && /^[12]/.test(text);
}
