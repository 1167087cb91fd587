import { type Day, dayAfter, isDay, weekdayOf } from './calendar.js';

/** First and last day, both included. */
export interface DayPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** A month `yyyy-MM`. */
export type Month = string;

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The week a day lies in, from Monday to Sunday, as ISO 8601 numbers it: `2020-W10`. It belongs to the year its Thursday lies in. */
export function weekOf(day: Day): string {
  const thursday = dayAfter(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Reads `2020-03-12`, `2020-03`, `2020`, `2020-Q1`, `2020-W10` or `2019-03-12..2020-04-17`. Undefined when it is written otherwise or ends before it begins. */
export function readPeriod(text: string): DayPeriod | undefined {
  const [first = '', last = first, ...others] = text.split('..');
  if (isDay(first)) return others.length === 0 ? spanOf(first, last) : undefined;
  const [, year = '', part = '', number = ''] = /^(\d{4})(?:-([QW]?)(\d{1,2}))?$/.exec(text) ?? [];
  if (year === '') return undefined;
  if (number === '') return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (part === 'Q') return monthsOf(year, 3 * Number(number) - 2, 3);
  return part === 'W' ? weekNumbered(year, Number(number)) : monthsOf(year, Number(number), 1);
}

/** A period as whole months, and the days before and after them; an end without any is empty. */
export interface InMonths {
  readonly before: DayPeriod | undefined;
  readonly months: { readonly first: Month; readonly last: Month } | undefined;
  readonly after: DayPeriod | undefined;
}

/** The fewest months and days that make up the period. */
export function inMonths({ from, to }: DayPeriod): InMonths {
  const first = from.endsWith('-01') ? monthOf(from) : monthAfter(monthOf(from), 1);
  const last = monthOf(dayAfter(to, 1)) > monthOf(to) ? monthOf(to) : monthAfter(monthOf(to), -1);
  if (first > last) {
    if (monthOf(from) === monthOf(to) || from > to)
      return { before: { from, to }, months: undefined, after: undefined };
    return {
      before: { from, to: lastDayOf(monthOf(from)) },
      months: undefined,
      after: { from: `${monthOf(to)}-01`, to },
    };
  }
  return {
    before: from < `${first}-01` ? { from, to: dayAfter(`${first}-01`, -1) } : undefined,
    months: { first, last },
    after: to > lastDayOf(last) ? { from: dayAfter(lastDayOf(last), 1), to } : undefined,
  };
}

function spanOf(from: string, to: string): DayPeriod | undefined {
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

function monthsOf(year: string, month: number, months: number): DayPeriod | undefined {
  if (month < 1 || month + months - 1 > 12) return undefined;
  const first = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${first}-01`, to: lastDayOf(monthAfter(first, months - 1)) };
}

function weekNumbered(year: string, week: number): DayPeriod | undefined {
  const monday = dayAfter(mondayOf(`${year}-01-04`), 7 * (week - 1));
  const isThere = week >= 1 && weekOf(monday) === `${year}-W${String(week).padStart(2, '0')}`;
  return isThere ? { from: monday, to: dayAfter(monday, 6) } : undefined;
}

function monthAfter(month: Month, months: number): Month {
  const count = 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function lastDayOf(month: Month): Day {
  return dayAfter(`${monthAfter(month, 1)}-01`, -1);
}

function mondayOf(day: Day): Day {
  return dayAfter(day, -((weekdayOf(day) + 6) % 7));
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
