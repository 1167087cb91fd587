import { type Day, reportDate } from './calendar.js';

/** What was counted of one agency on one day of Asia/Ho_Chi_Minh. Statuses are never counted; a refusal does not undo a receipt. */
export interface DayCounts {
  readonly sent: number;
  readonly received: number;
  readonly recalls: number;
  readonly updates: number;
  readonly refused: number;
}

/** Nothing counted. */
export const NO_COUNTS: DayCounts = { sent: 0, received: 0, recalls: 0, updates: 0, refused: 0 };

/** The sum of any number of counts: over days, agencies or both. */
export function addUp(counts: Iterable<DayCounts>): DayCounts {
  const total = { ...NO_COUNTS };
  for (const one of counts) {
    total.sent += one.sent;
    total.received += one.received;
    total.recalls += one.recalls;
    total.updates += one.updates;
    total.refused += one.refused;
  }
  return total;
}

/** Where the deliveries made in a period of acceptance stand. */
export interface Ledger {
  readonly made: number;
  readonly received: number;
  readonly waiting: number;
  readonly expired: number;
  readonly withdrawn: number;
  readonly failed: number;
}

/** Whether every delivery made is accounted for once. Anything else is an alarm. */
export function ledgerAddsUp(ledger: Ledger): boolean {
  return ledger.made === ledger.received + ledger.waiting + ledger.expired + ledger.withdrawn + ledger.failed;
}

/** A whole number as reports write it, with dots for thousands: `387.377`. */
export function dots(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** The sentence the figures are reported with. `from` and `to` are days `yyyy-MM-dd`, both included. */
export function headline(from: Day, to: Day, sent: number, received: number): string {
  return (
    `Từ ngày ${reportDate(from)} đến ngày ${reportDate(to)}, có tổng số ${dots(sent)} văn bản điện tử gửi ` +
    `và ${dots(received)} văn bản điện tử nhận trên Trục liên thông văn bản quốc gia.`
  );
}
