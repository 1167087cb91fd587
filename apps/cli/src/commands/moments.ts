import { InvalidArgumentError } from 'commander';
import { dayAfter, isDay, startOfDay } from '#core';

/** How a moment is given, by examples. */
export const MOMENTS = '2026-01-31, 2026-01-31T08:00, 2h, 3d';

const AGO = /^(\d{1,5})(m|h|d)$/;
const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A moment as ISO 8601 with offset: a day or a time without offset is of Hanoi, `2h` is two hours ago. */
export function momentOf(text: string): string {
  const ago = AGO.exec(text);
  if (ago !== null)
    return new Date(Date.now() - Number(ago[1]) * UNITS_MS[ago[2] as keyof typeof UNITS_MS]).toISOString();
  const withTime = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text;
  const withOffset = /(Z|[+-]\d{2}:\d{2})$/.test(withTime) ? withTime : `${withTime}+07:00`;
  const moment = new Date(withOffset);
  // A day that its month does not have would be taken as one of the next.
  if (Number.isNaN(moment.getTime()) || !isDay(text.slice(0, 'yyyy-MM-dd'.length)))
    throw new InvalidArgumentError(MOMENTS);
  return moment.toISOString();
}

/** The moment before which something has to be: of a day its end, so that the day is included; otherwise as `momentOf`. */
export function endOf(text: string): string {
  return isDay(text) ? new Date(startOfDay(dayAfter(text, 1))).toISOString() : momentOf(text);
}
