import { type Day, isWorkingDay } from '#core';

/** Nobody sends anything from 23/1 to 29/1/2020. */
const TET = { from: '2020-01-23', to: '2020-01-29' } as const;

/** What a day off carries of a working day: duty officers send what is urgent, but nobody at Tết. [ours] */
const DAY_OFF = 0.03;

/** How busy the working days of the period were at these days, beside one another; in between on a straight line. [ours, fitted to the published totals] */
const BUSY: readonly (readonly [Day, number])[] = [
  ['2019-03-12', 0.32],
  ['2019-05-27', 1.35],
  ['2019-05-28', 0.95],
  ['2019-09-30', 1.1],
  ['2019-10-01', 0.95],
  ['2019-12-31', 1.1],
  ['2020-01-22', 1],
  ['2020-01-30', 0.9],
  ['2020-03-01', 1.65],
  ['2020-03-31', 1.7],
  ['2020-04-17', 1.45],
];

/** How many documents a day carries beside the other days of its stretch. */
export function weightOf(day: Day): number {
  if (day >= TET.from && day <= TET.to) return 0;
  return businessOf(day) * (isWorkingDay(day) ? 1 : DAY_OFF);
}

function businessOf(day: Day): number {
  const next = BUSY.findIndex(([each]) => each >= day);
  const [after, before] = [BUSY[Math.max(next, 0)], BUSY[Math.max(next - 1, 0)]];
  if (after === undefined || before === undefined || after[0] === before[0]) return after?.[1] ?? 1;
  const share = (Date.parse(day) - Date.parse(before[0])) / (Date.parse(after[0]) - Date.parse(before[0]));
  return before[1] + share * (after[1] - before[1]);
}
