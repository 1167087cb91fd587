import { type Day, type DayPeriod, OPENED } from '#core';
import { type DayCounts, NOTHING_COUNTED } from '#store';

/** The first day that has to be counted for the sums since the opening. */
export function firstCounted({ from }: DayPeriod): Day {
  return from < OPENED ? from : OPENED;
}

/** Figures of a day, week or month, and what there was in all since the opening up to its end. */
export type SeriesItem<Name extends string> = Omit<DayCounts, 'day'> &
  Readonly<Record<Name, string>> & { readonly sentSoFar: number; readonly receivedSoFar: number };

/**
 * Adds days up to weeks, months or whatever `labelOf` calls them; of the first and the last one only what lies in the period. `days` begin with
 * the day of `firstCounted`, in order.
 */
export function timeSeries<Name extends string>(
  days: readonly DayCounts[],
  { from }: DayPeriod,
  { name, labelOf }: { readonly name: Name; readonly labelOf: (day: Day) => string },
): SeriesItem<Name>[] {
  const items = new Map<string, SeriesItem<Name>>();
  let [sentSoFar, receivedSoFar] = [0, 0];
  for (const { day, sent, received, recalls, updates, refused, finished } of days) {
    if (day >= OPENED) sentSoFar += sent;
    if (day >= OPENED) receivedSoFar += received;
    if (day < from) continue;
    const label = labelOf(day);
    const known = items.get(label) ?? NOTHING_COUNTED;
    items.set(label, {
      ...({ [name]: label } as Record<Name, string>),
      sent: known.sent + sent,
      received: known.received + received,
      recalls: known.recalls + recalls,
      updates: known.updates + updates,
      refused: known.refused + refused,
      finished: known.finished + finished,
      sentSoFar,
      receivedSoFar,
    });
  }
  return [...items.values()];
}
