import { type ShownDelivery, type ShownDocument, type ShownReport } from './shown-document.js';

/** Who did what is told: the words differ for sender and recipient. */
export type Actor = 'hub' | 'sender' | 'recipient';

/** One step in the life of a delivery. `at` by the hub's clock; absent for what has not happened. */
export interface Step {
  readonly actor: Actor;
  readonly what: 'accepted' | 'dispatched' | 'arrived' | 'reported' | 'waits' | 'failed' | 'expired' | 'withdrawn';
  readonly at?: string | undefined;
  readonly report?: ShownReport;
}

/** The life of one delivery, the oldest first, ending with what it waits for or why it never arrives. */
export function timelineOf(document: ShownDocument, delivery: ShownDelivery): readonly Step[] {
  const { acceptedAt, dispatchedAt } = document;
  const { arrivedAt, history, system, state } = delivery;
  return [
    { actor: 'hub', what: 'accepted', at: acceptedAt },
    ...(dispatchedAt === undefined || system === undefined || state === 'failed'
      ? []
      : [{ actor: 'hub', what: 'dispatched', at: dispatchedAt } as const]),
    ...(arrivedAt === undefined ? [] : [{ actor: 'recipient', what: 'arrived', at: arrivedAt } as const]),
    ...history.map((report) => ({ actor: actorOf(report), what: 'reported', at: report.reportedAt, report }) as const),
    ...endOf(state),
  ];
}

/** Only asking for a document back (13) is the sender's to say. */
function actorOf({ code }: ShownReport): Actor {
  return code === '13' ? 'sender' : 'recipient';
}

function endOf(state: string): readonly Step[] {
  if (state === 'waiting') return [{ actor: 'hub', what: 'waits' }];
  if (state === 'failed' || state === 'expired' || state === 'withdrawn') return [{ actor: 'hub', what: state }];
  return [];
}
