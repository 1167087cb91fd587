import { AxisError, reportStatus, type StatusState } from '#core';
import { type DeliveryFacts, type NewStatus } from '#store';
import { type ReadStatus } from './read-status.js';

/** Deliveries as the reports of this batch have left them so far, by document and recipient. */
export type Standing = Map<string, { readonly status: StatusState; readonly isWaiting: boolean }>;

/** A report judged: what to write, or why it is refused without a trace in the history. */
export type Judgement = { readonly facts: DeliveryFacts; readonly report: NewStatus } | { readonly refusal: AxisError };

/** Judges one report against where its delivery stands, and moves `standing` on. */
export function judgeStatus(read: ReadStatus, facts: DeliveryFacts, standing: Standing): Judgement {
  const { code, query } = read;
  if (code === '13' && facts.sender !== query.issuer) {
    return { refusal: new AxisError('STATUS_NOT_SENDER', { code: query.issuer, document: facts.identity }) };
  }
  const place = `${facts.documentId} ${facts.recipient}`;
  const { status: seen, isWaiting } = standing.get(place) ?? {
    status: facts.status,
    isWaiting: facts.state === 'waiting',
  };
  const { effect, next, note } = reportStatus(seen, code);
  const arrivedImplied = isWaiting && code !== '13' && effect !== 'impossible';
  standing.set(place, { status: next ?? seen, isWaiting: isWaiting && !arrivedImplied });
  const { documentId, recipient } = facts;
  const { description: reason, at: reportedAt } = read.status;
  const { reportKey, system: by } = read;
  return {
    facts,
    report: {
      ...{ documentId, recipient, reportKey, by, code, effect, seen, next },
      arrivedImplied,
      moment: read.moment,
      reason,
      reportedAt,
      note: note ?? read.note,
    },
  };
}
