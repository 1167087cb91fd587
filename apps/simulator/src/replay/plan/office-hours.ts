import { dayAfter, hanoiDay, isWorkingDay, startOfDay } from '#core';
import { type Chance } from './chance.js';

const MINUTE_MS = 60_000;
const [OPENS, CLOSES] = [7.5 * 60 * MINUTE_MS, 17 * 60 * MINUTE_MS] as const;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long after a document was accepted its recipient's system has it: mostly within two minutes; systems that were switched off take hours. [ours] */
const ARRIVES: readonly (readonly [readonly [number, number], number])[] = [
  [[2, 120], 90],
  [[120, 2_400], 8],
  [[2_400, 10_800], 2],
];

/** Milliseconds until a system has a document. */
export function arrivalDelay(chance: Chance): number {
  const [least, most] = chance.weighted(ARRIVES);
  return chance.whole(least, most) * 1000;
}

/** That moment, or some minutes after the office opens next when it is closed then. */
export function inOfficeHours(at: number, chance: Chance): number {
  const day = hanoiDay(at);
  const intoDay = at - startOfDay(day);
  if (isWorkingDay(day) && intoDay >= OPENS && intoDay < CLOSES) return at;
  let opening = isWorkingDay(day) && intoDay < OPENS ? day : dayAfter(day, 1);
  while (!isWorkingDay(opening)) opening = dayAfter(opening, 1);
  return startOfDay(opening) + OPENS + chance.whole(1, 90) * MINUTE_MS;
}

/** So many minutes to so many minutes later, in office hours. */
export function laterInOffice(at: number, [least, most]: readonly [number, number], chance: Chance): number {
  return inOfficeHours(at + chance.whole(least, most) * MINUTE_MS, chance);
}

/** So many working days to so many working days later. */
export function daysLater(at: number, [least, most]: readonly [number, number], chance: Chance): number {
  let left = chance.whole(least, most);
  let moment = at;
  while (left > 0) {
    moment += DAY_MS;
    if (isWorkingDay(hanoiDay(moment))) left -= 1;
  }
  return laterInOffice(moment, [0, 240], chance);
}
