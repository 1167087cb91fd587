/**
 * The life of a delivery, one document to one recipient. It starts `waiting`: accepted, not yet taken by the recipient's system.
 * `received` its system has it; `failed` it can never arrive (no such recipient); `expired` nobody took it in time; `withdrawn` recalled before it arrived.
 */
export type DeliveryState = 'waiting' | 'received' | 'failed' | 'expired' | 'withdrawn';

/** What may become of a delivery next. What is not in this table cannot happen: received stays received, withdrawn stays withdrawn. */
export const DELIVERY_NEXT: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  waiting: ['received', 'failed', 'expired', 'withdrawn'],
  received: [],
  failed: ['waiting'],
  expired: ['waiting', 'received'],
  withdrawn: [],
};

/** Whether a delivery in state `from` may go over to `to`. */
export function mayBecome(from: DeliveryState, to: DeliveryState): boolean {
  return DELIVERY_NEXT[from].includes(to);
}
