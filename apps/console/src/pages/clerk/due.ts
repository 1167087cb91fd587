import { type Day, startOfDay } from '#core';
import { type Standing } from '../../parts/state.js';

const DAY_MS = 86_400_000;

/** From here on whoever has the document should look after it, in days. */
const SOON_DAYS = 3;

/** Statuses after which a due date asks for nothing more: refused, finished, given back. */
const SETTLED = new Set(['02', '06', '15']);

/** How a due date stands: the whole days left, 0 on the day itself, negative when it is over. */
export interface Due {
  readonly days: number;
  readonly standing: Standing;
}

/** Where a due date stands on a day of Hanoi; undefined when everybody concerned has settled the document. */
export function dueOf(dueOn: Day, today: Day, statuses: readonly string[]): Due | undefined {
  if (statuses.length > 0 && statuses.every((status) => SETTLED.has(status))) return undefined;
  const days = Math.round((startOfDay(dueOn) - startOfDay(today)) / DAY_MS);
  if (days < 0) return { days, standing: 'bad' };
  return { days, standing: days < SOON_DAYS ? 'poor' : 'quiet' };
}
