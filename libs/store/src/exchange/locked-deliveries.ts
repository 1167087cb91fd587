import { type DeliveryState, type StatusState } from '#core';
import { type Session } from '../connection/database.js';
import { lookUp, updateRows } from '../connection/row-statement.js';
import { type Moment } from './new-document.js';
import { type StatusColumns, statusColumns, statusOf } from './office-status.js';

/** A delivery that nobody else changes until the transaction ends, and what is to become of it. */
export interface LockedDelivery {
  readonly documentId: string;
  readonly recipient: string;
  readonly acceptedDay: string;
  /** Absent until it arrives. */
  arrivedDay: string | undefined;
  /** The day of its first status from 03 on, when that is new. */
  registeredDay: string | undefined;
  state: DeliveryState;
  status: StatusState;
  /** Set when it has arrived by what is being written. */
  arrivedNow?: Moment;
  hasChanged: boolean;
}

/** What names a delivery. */
export interface DeliveryName {
  readonly documentId: string;
  readonly recipient: string;
}

interface Row extends StatusColumns {
  document_id: string;
  recipient: string;
  accepted_day: string;
  arrived_day: string | null;
  state: DeliveryState;
}

const NAME = { document_id: 'text', recipient: 'text' } as const;

const LOCK = lookUp(NAME, {
  select: 'e.document_id, e.recipient, e.accepted_day, e.arrived_day, e.state, e.business_code, e.withdrawal',
  from: 'deliveries e',
  where: 'e.document_id = v.document_id AND e.recipient = v.recipient',
  lock: 'FOR UPDATE',
});

const SAME = 'deliveries.document_id = v.document_id AND deliveries.recipient = v.recipient';

const CHANGE = updateRows(
  { ...NAME, business_code: 'text', withdrawal: 'text', registered_day: 'text' },
  {
    table: 'deliveries',
    set: `business_code = v.business_code, withdrawal = v.withdrawal,
      registered_day = COALESCE(v.registered_day, deliveries.registered_day)`,
    where: SAME,
  },
);

const ARRIVE = updateRows(
  { ...NAME, at: 'bigint', day: 'text' },
  { table: 'deliveries', set: "state = 'received', arrived_at = v.at, arrived_day = v.day", where: SAME },
);

export function keyOf({ documentId, recipient }: DeliveryName): string {
  return `${documentId} ${recipient}`;
}

/** Locks and reads deliveries, in the order of their keys so that hubs never wait in a circle; those that do not exist are left out. */
export async function lockDeliveries(
  session: Session,
  names: readonly DeliveryName[],
): Promise<Map<string, LockedDelivery>> {
  const byKey = new Map(names.map((name) => [keyOf(name), name]));
  const inOrder = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
  const rows = await session.each<Row>(
    LOCK,
    inOrder.map(({ documentId, recipient }) => [documentId, recipient]),
  );
  return new Map(
    rows.map((row) => {
      const { document_id: documentId, recipient, accepted_day: acceptedDay, state } = row;
      const arrivedDay = row.arrived_day ?? undefined;
      const delivery = { documentId, recipient, acceptedDay, arrivedDay, state, status: statusOf(row) };
      return [keyOf(delivery), { ...delivery, registeredDay: undefined, hasChanged: false }];
    }),
  );
}

export async function writeDeliveries(session: Session, deliveries: readonly LockedDelivery[]): Promise<void> {
  await session.each(
    CHANGE,
    deliveries
      .filter(({ hasChanged }) => hasChanged)
      .map(({ documentId, recipient, status, registeredDay }) => {
        const { business_code, withdrawal } = statusColumns(status);
        return [documentId, recipient, business_code, withdrawal, registeredDay];
      }),
  );
  await session.each(
    ARRIVE,
    deliveries.flatMap(({ documentId, recipient, arrivedNow }) =>
      arrivedNow === undefined ? [] : [[documentId, recipient, arrivedNow.at, arrivedNow.day]],
    ),
  );
}
