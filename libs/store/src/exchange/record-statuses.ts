import { type StatusState } from '#core';
import { type Database, type Session } from '../connection/database.js';
import { insertRows } from '../connection/row-statement.js';
import { insertRefusals } from '../refusals/insert-refusals.js';
import { Tally } from '../statistics/tally.js';
import { keyOf, lockDeliveries, type LockedDelivery, writeDeliveries } from './locked-deliveries.js';
import { knownReports } from './known-reports.js';
import { type Moment } from './new-document.js';
import { isRegistered, isSameStatus } from './office-status.js';
import { type NewStatus, type StatusBatch, type StatusOutcome } from './status-report.js';

const INSERT_REPORTS = insertRows('status_reports', {
  report_key: 'text',
  document_id: 'text',
  recipient: 'text',
  reported_by: 'text',
  code: 'text',
  effect: 'text',
  reason: 'text',
  note: 'text',
  reported_at: 'text',
  at: 'bigint',
  day: 'text',
  position: 'integer',
});

/** Locks the deliveries, then takes report by report in order, as if each came alone; writes what they add up to. */
export function recordStatuses(database: Database, batch: StatusBatch): Promise<StatusOutcome[]> {
  return database.write(async (session) => {
    const deliveries = await lockDeliveries(session, batch.reports);
    const known = await knownReports(session, batch.reports);
    const tally = new Tally();
    const outcomes = batch.reports.map((report) => {
      const outcome = outcomeOf(report, known, deliveries.get(keyOf(report)));
      if (outcome === 'recorded') known.add(report.reportKey);
      if (outcome === 'recorded') apply(report, deliveries.get(keyOf(report)), tally, batch);
      return outcome;
    });
    const recorded = batch.reports.filter((_, at) => outcomes[at] === 'recorded');
    await insertReports(session, batch, recorded);
    await writeDeliveries(session, [...deliveries.values()]);
    await insertRefusals(session, batch, batch.refusals ?? []);
    await tally.write(session);
    return outcomes;
  });
}

function outcomeOf(report: NewStatus, known: Set<string>, delivery: LockedDelivery | undefined): StatusOutcome {
  if (known.has(report.reportKey)) return 'repeat';
  if (!delivery) return 'unknown';
  return isSameStatus(report.seen, delivery.status) ? 'recorded' : 'stale';
}

function apply(report: NewStatus, delivery: LockedDelivery | undefined, tally: Tally, batch: Moment): void {
  if (!delivery) return;
  const { at, day } = report.moment ?? batch;
  if (report.arrivedImplied && delivery.state === 'waiting') {
    delivery.state = 'received';
    delivery.arrivedNow = { at, day };
    delivery.arrivedDay = day;
    tally.arrived(batch.at, delivery.documentId);
    tally.arrival(day, delivery, delivery.status.code);
    tally.agency(day, delivery.recipient, 'received', 1);
    tally.ledger(delivery.acceptedDay, 'received', 1);
  }
  if (!report.next) return;
  if (report.next.code !== delivery.status.code) countNewCode(delivery, report.next.code, tally, day);
  delivery.status = report.next;
  delivery.hasChanged = true;
}

function countNewCode(delivery: LockedDelivery, code: StatusState['code'], tally: Tally, day: string): void {
  const { recipient, arrivedDay, status } = delivery;
  if (arrivedDay !== undefined) tally.statusChange(arrivedDay, recipient, status.code, code);
  if (isRegistered(code) && !isRegistered(status.code)) {
    delivery.registeredDay = day;
    tally.registration(day, delivery);
  }
  if (code === '02') tally.agency(day, recipient, 'refused', 1);
  if (code === '06') tally.agency(day, recipient, 'finished', 1);
}

async function insertReports(session: Session, batch: Moment, reports: readonly NewStatus[]): Promise<void> {
  await session.each(
    INSERT_REPORTS,
    reports.map(({ moment = batch, ...report }, position) => [
      report.reportKey,
      report.documentId,
      report.recipient,
      report.by,
      report.code,
      report.effect,
      report.reason,
      report.note,
      report.reportedAt,
      moment.at,
      moment.day,
      position,
    ]),
  );
}
