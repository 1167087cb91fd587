import { type ArrivalBucket, arrivalPercentile, hanoiIso, headline, ledgerAddsUp, OPENED } from '#core';
import { type BusyAgency, type OverviewFigures } from '#store';
import { type Overview } from '#wire';
import { ratesOf, seriesOf } from './traffic-series.js';

/** Before the sentence of every report of a hub in simulation, so that nobody takes its figures for real ones. */
export const PLAYED = '(Số liệu mô phỏng)';

/** What is not in the store: when it was read, and who is there. */
export interface Surroundings {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly simulation: boolean;
  readonly systems: number;
  readonly absent: Overview['absent'];
  readonly nameOf: (code: string) => string | undefined;
}

/** The first page of the console from the figures of one moment. */
export function overviewOf(figures: OverviewFigures, around: Surroundings): Overview {
  const { at, simulation, systems, absent } = around;
  const { day, today, month, sinceOpening, minutes, arrivals, flow, deadLetters, ledger } = figures;
  const sentence = headline(OPENED, day, sinceOpening.sent, sinceOpening.received);
  return {
    asOf: hanoiIso(at),
    simulation,
    sentence: simulation ? `${PLAYED} ${sentence}` : sentence,
    ...{ day, today, month, sinceOpening },
    rate: ratesOf(minutes, at),
    series: seriesOf(minutes, at),
    arrival: { hour: arrivalOf(arrivals.hour), day: arrivalOf(arrivals.day) },
    flow: [...flow],
    top: {
      senders: figures.senders.map((each) => ({ ...named(each, around), sent: each.count })),
      recipients: figures.recipients.map((each) => ({ ...named(each, around), received: each.count })),
    },
    waiting: { deliveries: ledger.waiting, oldest: oldestOf(figures, around) },
    ...{ deadLetters, absent, systems },
    ledger: { ...ledger, addsUp: ledgerAddsUp(ledger) },
  };
}

function named({ agency: code }: BusyAgency, { nameOf }: Surroundings): { code: string; name?: string | undefined } {
  return { code, name: nameOf(code) };
}

function oldestOf({ oldestWaiting }: OverviewFigures, { nameOf }: Surroundings): Overview['waiting']['oldest'] {
  return oldestWaiting.map(({ since, ...delivery }) => ({
    ...delivery,
    recipientName: nameOf(delivery.recipient),
    since: hanoiIso(since),
  }));
}

function arrivalOf(buckets: readonly ArrivalBucket[]): Overview['arrival']['hour'] {
  const percentile = (share: number): number | undefined => {
    const milliseconds = arrivalPercentile(buckets, share);
    return milliseconds === undefined ? undefined : Math.round(milliseconds * 10) / 10;
  };
  return {
    count: buckets.reduce((sum, { deliveries }) => sum + deliveries, 0),
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    p99Ms: percentile(0.99),
  };
}
