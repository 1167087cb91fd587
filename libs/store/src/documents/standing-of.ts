import { type DeliveryState, type StatusCode } from '#core';
import { type Condition } from './condition.js';

/**
 * Conditions on a delivery `e`. Beside each value that few deliveries have stands the condition of the index of those few, word for word as it
 * was made: neither database concludes it from a parameter.
 */

/** Deliveries in this state. */
export function inState(state: DeliveryState): Condition {
  // What waits has an index by system, which only a text without a parameter can use.
  if (state === 'waiting') return { text: "e.state = 'waiting'", parameters: [] };
  if (state === 'received') return { text: 'e.state = ?', parameters: [state] };
  return { text: "e.state = ? AND e.state NOT IN ('waiting', 'received')", parameters: [state] };
}

/** Deliveries that stand at this status in their office. */
export function atStatus(status: StatusCode): Condition {
  if (status === '01') return { text: "e.state = 'received' AND e.business_code IN ('', '01')", parameters: [] };
  if (status === '13') return { text: "e.withdrawal = 'asked' AND e.withdrawal <> ''", parameters: [] };
  if (status === '16') return { text: "e.withdrawal = 'declined' AND e.withdrawal <> ''", parameters: [] };
  return { text: "e.business_code = ? AND e.business_code > '01'", parameters: [status] };
}
