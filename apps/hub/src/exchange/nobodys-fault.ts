import { AxisError } from '#core';
import { type HubStore } from '#store';

/** Whether work failed because store or broker are away: no item of it is to blame, and trying each alone would only take longer. */
export function isNobodysFault(error: unknown, store: HubStore): boolean {
  return store.isOutage(error) || (error instanceof AxisError && error.entry.kind === 'outage');
}
