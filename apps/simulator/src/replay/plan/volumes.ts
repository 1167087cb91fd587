import { type Day } from '#core';
import { daysBetween, type Stretch } from './published.js';
import { type Chance } from './chance.js';
import { weightOf } from './busyness.js';

/** A day of the replay: how many recipients each of its documents has, in the order of the day. */
export interface PlannedDay {
  readonly day: Day;
  readonly recipients: Uint8Array;
}

/** Most recipients of a document that is no broadcast, and the size of one: all provinces, and up to all other central agencies. */
const MOST = 20;
const BROADCAST = { least: 63, most: 93 } as const;
const FEW = { least: 2, most: 5 } as const;
const MANY = { least: 6, most: MOST } as const;
const FEW_SHARE = 0.15;
const MANY_SHARE = 0.05;

/** The documents of a stretch by day: exactly as many as it sent, for exactly as many recipients as it received. */
export function plannedDays(stretch: Stretch, chance: Chance): PlannedDay[] {
  const days = daysBetween(stretch.from, stretch.to);
  const perDay = divided(stretch.sent, days.map(weightOf));
  const recipients = fanOuts(stretch, chance);
  let from = 0;
  return days.map((day, index) => {
    const planned = { day, recipients: recipients.subarray(from, from + (perDay[index] ?? 0)) };
    from += perDay[index] ?? 0;
    return planned;
  });
}

/** A whole number shared out by weight, nothing left over: the largest remainders get what rounding down left. */
export function divided(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => rest(exact, b) - rest(exact, a) || a - b);
  for (const place of byRemainder.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1;
  return shares;
}

function rest(exact: readonly number[], place: number): number {
  return (exact[place] ?? 0) % 1;
}

/** Most documents have one recipient, some a few, and the broadcasts of central agencies make up the mean; then the last few are set right. */
function fanOuts({ sent, received }: Stretch, chance: Chance): Uint8Array {
  if (received < sent) throw new RangeError(`${sent} documents cannot have ${received} recipients`);
  const broadcasts = broadcastShare(received / Math.max(1, sent));
  const counts = new Uint8Array(sent);
  let sum = 0;
  for (let place = 0; place < sent; place += 1) sum += counts[place] = fanOut(chance, broadcasts);
  setRight(counts, received - sum);
  return counts;
}

/** The share of broadcasts that gives the mean, the other shares being fixed. */
function broadcastShare(mean: number): number {
  const [few, many, broadcast] = [FEW, MANY, BROADCAST].map(({ least, most }) => (least + most) / 2 - 1);
  const others = 1 + FEW_SHARE * (few ?? 0) + MANY_SHARE * (many ?? 0);
  return Math.max(0, (mean - others) / (broadcast ?? 1));
}

function fanOut(chance: Chance, broadcasts: number): number {
  const drawn = chance.share();
  if (drawn < broadcasts) return chance.whole(BROADCAST.least, BROADCAST.most);
  if (drawn < broadcasts + MANY_SHARE) return chance.whole(MANY.least, MANY.most);
  if (drawn < broadcasts + MANY_SHARE + FEW_SHARE) return chance.whole(FEW.least, FEW.most);
  return 1;
}

/** A prime, so that its multiples visit every place of a stretch before one comes again. */
const STRIDE = 7919;

/** Adds to, or takes from, documents that are no broadcasts, one recipient each in turn, all over the stretch; last of all broadcasts become letters to one. */
function setRight(counts: Uint8Array, difference: number): void {
  let left = difference;
  for (let round = 0; left !== 0; round += 1) {
    if (round > 2 * MOST) throw new RangeError(`${left} recipients could not be placed`);
    for (let turn = 0; turn < counts.length && left !== 0; turn += 1) {
      const place = (turn * STRIDE) % counts.length;
      const step = stepOf(counts[place] ?? 0, left, round);
      counts[place] = (counts[place] ?? 0) + step;
      left -= step;
    }
  }
}

function stepOf(count: number, left: number, round: number): number {
  if (left > 0) return count < MOST ? 1 : 0;
  if (count > MOST) return round > MOST ? Math.max(1 - count, left) : 0;
  return count > 1 ? -1 : 0;
}
