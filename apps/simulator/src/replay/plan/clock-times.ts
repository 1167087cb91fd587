import { type Day, startOfDay } from '#core';
import { type Chance } from './chance.js';

/** When a day's documents go out: share of the day's documents by hour of Hanoi, from 7 on. Most in the two halves of the working day, a few in the evening. [ours] */
const BY_HOUR: readonly number[] = [3, 11, 14, 14, 8, 2, 6, 13, 14, 9, 3, 1, 1, 0.6, 0.4];
const FIRST_HOUR = 7;
const HOUR_MS = 3_600_000;

/** The moments of `count` documents of a day, ascending, whole seconds, epoch milliseconds. */
export function momentsOf(day: Day, count: number, chance: Chance): number[] {
  const midnight = startOfDay(day);
  return Array.from({ length: count }, (_, place) => {
    const intoDay = timeAt((place + chance.share()) / count);
    return midnight + Math.floor(intoDay / 1000) * 1000;
  });
}

/** How far into the day that share of its documents has gone out. */
function timeAt(share: number): number {
  const all = BY_HOUR.reduce((sum, each) => sum + each, 0);
  let left = share * all;
  for (const [hour, weight] of BY_HOUR.entries()) {
    if (left < weight) return (FIRST_HOUR + hour + left / weight) * HOUR_MS;
    left -= weight;
  }
  return (FIRST_HOUR + BY_HOUR.length) * HOUR_MS - 1000;
}
