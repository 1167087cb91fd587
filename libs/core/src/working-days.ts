import { type Day, dayAfter, isDay, startOfDay, weekdayOf } from './calendar.js';

/** Days off on the same date each year. (Bộ luật Lao động; the second day of Quốc khánh since 2021 is left out) */
const EVERY_YEAR: ReadonlySet<string> = new Set(['01-01', '04-30', '05-01', '09-02']);

/** Tết, Giỗ Tổ, and days given for those that fell on a Saturday or Sunday, of the years the figures are about. */
const OF_THE_YEARS: ReadonlySet<Day> = new Set([
  ...['2019-02-04', '2019-02-05', '2019-02-06', '2019-02-07', '2019-02-08', '2019-04-15', '2019-04-29'],
  ...['2020-01-23', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29', '2020-04-02'],
]);

const SATURDAY = 6;
const SUNDAY = 0;
const NOON_MS = 12 * 3_600_000;

/** Whether offices work on that day. Lunar holidays are known of 2019 and 2020 only. */
export function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday !== SATURDAY && weekday !== SUNDAY && !EVERY_YEAR.has(day.slice(5)) && !OF_THE_YEARS.has(day);
}

/** The first working day after a day. */
export function nextWorkingDay(day: Day): Day {
  let next = dayAfter(day, 1);
  while (!isWorkingDay(next)) next = dayAfter(next, 1);
  return next;
}

/** Until when a document signed on that day is sent in time: noon of the next working day, in milliseconds since 1970. (QĐ 28/2018, art. 6) */
export function sendBefore(signedOn: Day): number {
  return startOfDay(nextWorkingDay(signedOn)) + NOON_MS;
}

/** How soon after its signing a document was sent: on the day itself, by the next working morning, or later. */
export type Promptness = 'sameDay' | 'nextMorning' | 'late';

/** `at` and `day` are when the axis accepted it. What is signed with a later date counts as sent the same day. */
export function promptnessOf(signedOn: Day, { at, day }: { readonly at: number; readonly day: Day }): Promptness {
  if (day <= signedOn) return 'sameDay';
  return isDay(signedOn) && at < sendBefore(signedOn) ? 'nextMorning' : 'late';
}
