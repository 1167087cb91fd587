import { dayAfter, hanoiDay, type StatusCode, type Tier, tierOf, startOfDay } from '#core';
import { Chance } from './chance.js';
import { type ReplayAgency } from './government.js';
import { arrivalDelay, daysLater, laterInOffice } from './office-hours.js';
import { type PlannedDocument, type PlannedStatus, type PlannedSubmission, systemOf } from './planned.js';

/** How often a document that was taken up is finished, by tier: about the targets of 2020. [ours] */
const FINISHED: Readonly<Record<Tier, number>> = {
  central: 0.82,
  province: 0.64,
  district: 0.36,
  commune: 0.3,
  outside: 0,
};
const REFUSED = 0.02;
const REASON = 'Văn bản không thuộc thẩm quyền giải quyết của cơ quan.';

/**
 * When a system has a document, epoch milliseconds: the same for whoever asks, before and after a restart. Never after the last
 * second of a published day for what was accepted on it, since the published figures were counted by then.
 */
export function arrivalAt(identity: string, system: string, acceptedAt: number, lastDays: ReadonlySet<string>): number {
  const at = acceptedAt + arrivalDelay(Chance.of(`${identity} ${system}`));
  const day = hanoiDay(acceptedAt);
  return lastDays.has(day) ? Math.min(at, startOfDay(dayAfter(day, 1)) - 1000) : at;
}

/** What becomes of a document in its recipients' offices; `share` of the deliveries are reported on beyond their arrival. */
export function statusesOf(
  document: PlannedDocument,
  { share, lastDays }: { readonly share: number; readonly lastDays: ReadonlySet<string> },
): PlannedStatus[] {
  if (share === 0) return [];
  return document.recipients.flatMap((recipient) => {
    const chance = Chance.of(`${document.identity} at ${recipient.code}`);
    return chance.happens(share) ? lifeAt(document, recipient, chance, lastDays) : [];
  });
}

function lifeAt(
  document: PlannedDocument,
  recipient: ReplayAgency,
  chance: Chance,
  lastDays: ReadonlySet<string>,
): PlannedStatus[] {
  const system = systemOf(recipient.code);
  const life: PlannedStatus[] = [];
  let at = arrivalAt(document.identity, system, document.at, lastDays);
  const report = (code: StatusCode, when: number, reason = ''): void => {
    const after: PlannedSubmission = life.at(-1) ?? document;
    at = Math.max(when, after.at + 60_000);
    life.push({ kind: 'status', place: -1, document, recipient, system, at, code, reason, after });
  };
  if (chance.happens(REFUSED)) {
    report('02', laterInOffice(at, [10, 240], chance), REASON);
    return life;
  }
  report('03', laterInOffice(at, chance.happens(0.7) ? [5, 90] : [90, 900], chance));
  if (chance.happens(0.6)) report('04', laterInOffice(at, [20, 300], chance));
  if (chance.happens(0.5)) report('05', laterInOffice(at, [20, 600], chance));
  if (chance.happens(FINISHED[tierOf(recipient.code)])) report('06', daysLater(at, [0, 12], chance));
  return life;
}
