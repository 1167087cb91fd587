const HANOI_AHEAD_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** A calendar day `yyyy-MM-dd`, as stored and compared. */
export type Day = string;

let lastDay: { readonly number: number; readonly day: Day } = { number: NaN, day: '' };

/** The day the axis opened; figures count from here unless asked otherwise. */
export const OPENED: Day = '2019-03-12';

/** The calendar day of Asia/Ho_Chi_Minh (UTC+7, no summer time) at a moment given in milliseconds since 1970. */
export function hanoiDay(epochMs: number): Day {
  const number = Math.floor((epochMs + HANOI_AHEAD_MS) / DAY_MS);
  // Asked for every document and delivery, and nearly always the day it was last time.
  if (number !== lastDay.number) lastDay = { number, day: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return lastDay.day;
}

/** When a day begins in Hanoi, in milliseconds since 1970. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - HANOI_AHEAD_MS;
}

/** The moment as edXML writes it, in Hanoi time: `yyyy/MM/dd HH:mm:ss`. */
export function hanoiTimestamp(epochMs: number): string {
  return new Date(epochMs + HANOI_AHEAD_MS).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}

/** The moment in ISO 8601 with Hanoi's offset, to the second: `2020-02-04T09:30:00+07:00`. */
export function hanoiIso(epochMs: number): string {
  return `${new Date(epochMs + HANOI_AHEAD_MS).toISOString().slice(0, 19)}+07:00`;
}

/** Reads edXML's `yyyy/MM/dd`. Undefined when it is written otherwise or no such day exists (`2014/02/30`). */
export function parseWireDate(text: string): Day | undefined {
  const match = /^(\d{4})\/(\d{2})\/(\d{2})$/.exec(text);
  return match ? existing(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
}

/** Reads edXML's `yyyy/MM/dd HH:mm:ss` as Hanoi time, in milliseconds since 1970. Undefined when it is written otherwise or cannot be. */
export function parseWireTimestamp(text: string): number | undefined {
  const match = /^(\d{4}\/\d{2}\/\d{2}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(text);
  const day = match ? parseWireDate(match[1] ?? '') : undefined;
  return day === undefined ? undefined : Date.parse(`${day}T${text.slice(11)}Z`) - HANOI_AHEAD_MS;
}

/** A day as edXML writes it: `yyyy/MM/dd`. */
export function wireDate(day: Day): string {
  return day.replaceAll('-', '/');
}

/** A day as reports write it: `d/M/yyyy`, without leading zeros. */
export function reportDate(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)}/${Number(month)}/${Number(year)}`;
}

/** The day that many days later, or earlier when negative. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week, 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** Whether the text is a day `yyyy-MM-dd` that exists. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && existing(text) !== undefined;
}

function existing(day: string): Day | undefined {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month) ? day : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
