import { type DayPeriod, hanoiDay, hanoiIso, isDay, OPENED } from '#core';
import { z } from 'zod';

/** Of the years 1000 to 2999: months and weeks are reckoned with four digits. */
const day = z.string().refine((text) => isDay(text) && /^[12]/.test(text), 'a day yyyy-MM-dd that exists');
const period = z.object({ from: day.default(OPENED), to: day.optional() });

/** The period a call asks for: from the opening until today where it does not say. `asOf` is now. */
export function periodOf(query: unknown): DayPeriod & { readonly asOf: string } {
  const now = Date.now();
  const { from, to = hanoiDay(now) } = period.parse(query);
  return { from, to, asOf: hanoiIso(now) };
}
