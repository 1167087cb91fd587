import { type TrafficMinute } from '#store';
import { type Overview } from '#wire';

const MINUTE_MS = 60_000;
const MINUTE_S = 60;
const [AN_HOUR, A_DAY, A_QUARTER] = [60, 24 * 60, 15];

type Counted = Omit<TrafficMinute, 'minute'>;

/** How much is on its way, from the minutes with traffic: over whole minutes, so that the one that is running does not look like a lull. */
export function ratesOf(minutes: readonly TrafficMinute[], at: number): Overview['rate'] {
  const running = Math.floor(at / MINUTE_MS);
  const over = (length: number): Counted => {
    const { accepted, arrived } = sumOf(minutes, running - length, running);
    return { accepted: accepted / length / MINUTE_S, arrived: arrived / length / MINUTE_S };
  };
  return { minute: over(1), hour: over(AN_HOUR), day: over(A_DAY) };
}

/** 60 minutes, and 96 quarters of an hour; the last of each is running, so that what has just happened is seen. */
export function seriesOf(minutes: readonly TrafficMinute[], at: number): Overview['series'] {
  return { hour: pointsOf(minutes, at, { step: 1, count: AN_HOUR }), day: pointsOf(minutes, at, QUARTERS) };
}

const QUARTERS = { step: A_QUARTER, count: A_DAY / A_QUARTER };

function pointsOf(
  minutes: readonly TrafficMinute[],
  at: number,
  { step, count }: { step: number; count: number },
): Overview['series']['hour'] {
  const running = Math.floor(at / MINUTE_MS / step);
  return Array.from({ length: count }, (_, place) => {
    const from = (running - count + 1 + place) * step;
    return { at: new Date(from * MINUTE_MS).toISOString(), ...sumOf(minutes, from, from + step) };
  });
}

/** `from` is included, `to` is not. */
function sumOf(minutes: readonly TrafficMinute[], from: number, to: number): Counted {
  const sum = { accepted: 0, arrived: 0 };
  for (const { minute, accepted, arrived } of minutes) {
    if (minute < from || minute >= to) continue;
    sum.accepted += accepted;
    sum.arrived += arrived;
  }
  return sum;
}
