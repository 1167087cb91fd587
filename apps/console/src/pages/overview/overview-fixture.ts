import { type Overview } from '#wire';

/** An overview of a quiet, sound axis, with what a test is about put in. */
export function overviewWith(changes: Partial<Overview> = {}): Overview {
  const none = { accepted: 0, arrived: 0 };
  const nothing = { sent: 0, received: 0 };
  return {
    ...{ asOf: '2026-11-22T08:00:00+07:00', simulation: false, sentence: '', day: '2026-11-22' },
    ...{ today: nothing, month: nothing, sinceOpening: nothing },
    rate: { minute: none, hour: none, day: none },
    series: { hour: [], day: [] },
    arrival: { hour: { count: 0 }, day: { count: 0 } },
    flow: [],
    top: { senders: [], recipients: [] },
    waiting: { deliveries: 0, oldest: [] },
    deadLetters: 0,
    absent: [],
    systems: 5,
    ledger: { made: 10, received: 10, waiting: 0, expired: 0, withdrawn: 0, failed: 0, addsUp: true },
    ...changes,
  };
}
