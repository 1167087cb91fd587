import { type Day, dayAfter, OPENED } from '#core';

/** Documents sent and received from the opening up to a day, that day included. */
export interface Volume {
  readonly to: Day;
  readonly sent: number;
  readonly received: number;
}

/**
 * What was published about the axis' first thirteen months: in press reports of the first months (one prints 27/9 for 27/5, a misprint)
 * and of November 2019, and in the report to the Government meeting of April 2020.
 */
export const PUBLISHED: readonly Volume[] = [
  { to: '2019-05-27', sent: 36_327, received: 105_325 },
  { to: '2019-09-30', sent: 163_107, received: 488_165 },
  { to: '2020-04-17', sent: 387_377, received: 1_281_574 },
];

/** The published volumes times `scale`, rounded; nothing is ever received that was not sent, nor sent to nobody. */
export function scaled(scale: number): Volume[] {
  return PUBLISHED.map(({ to, sent, received }) => ({
    to,
    sent: Math.round(sent * scale),
    received: Math.round(received * scale),
  }));
}

/** The stretch between two published days, and what it alone saw. */
export interface Stretch extends Volume {
  readonly from: Day;
}

/** The period cut at its published days. */
export function stretches(volumes: readonly Volume[]): Stretch[] {
  return volumes.map(({ to, sent, received }, index) => {
    const before = volumes[index - 1];
    if (before === undefined) return { from: OPENED, to, sent, received };
    return { from: dayAfter(before.to, 1), to, sent: sent - before.sent, received: received - before.received };
  });
}

/** The days from one to another, both included. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}
