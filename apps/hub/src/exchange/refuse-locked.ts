import { AxisError } from '#core';
import { type Roster } from '../registry/roster.js';

/** What a system handed in before it was locked is refused too, and may be sent again when it is unlocked. @throws AxisError SYSTEM_LOCKED */
export function refuseLocked(name: string, roster: Pick<Roster, 'system'>): void {
  if (roster.system(name)?.lockedAt !== undefined) throw new AxisError('SYSTEM_LOCKED', { name });
}
