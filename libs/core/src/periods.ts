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
  const [, year, part, number] = /^([12]\d{3})(?:-([QW]?)(\d{1,2}))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  return number === undefined ? monthsOf(year, 1, 12) : partOf(year, part, Number(number));
}

function partOf(year: string, part: string | undefined, number: number): DayPeriod | undefined {
  if (part === 'Q') return monthsOf(year, 3 * number - 2, 3);
  return part === 'W' ? weekNumbered(year, number) : monthsOf(year, number, 1);
}

/** Months, the first and the last included. */
export interface MonthSpan {
  readonly first: Month;
  readonly last: Month;
}

/** The months that lie in the period from their first day to their last, if there are any. */
export function wholeMonths({ from, to }: DayPeriod): MonthSpan | undefined {
  const first = from.endsWith('-01') ? monthOf(from) : monthAfter(monthOf(from), 1);
  const last = to === lastDayOf(monthOf(to)) ? monthOf(to) : monthAfter(monthOf(to), -1);
  return first <= last ? { first, last } : undefined;
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

/** The month that many months later, or earlier when negative. */
export function monthAfter(month: Month, months: number): Month {
  const count = 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return dayAfter(`${monthAfter(month, 1)}-01`, -1);
}

function mondayOf(day: Day): Day {
  return dayAfter(day, -((weekdayOf(day) + 6) % 7));
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
