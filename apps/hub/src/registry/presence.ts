import { Injectable } from '@nestjs/common';
import { inboxOf, Topology, urgentInboxOf } from '#broker';
import { Roster } from './roster.js';

/** Whether anybody consumes a system's inbox, and how many messages lie ready in it. */
export interface SystemPresence {
  readonly connected: boolean;
  readonly queued: number;
}

/** Looks which systems are there. */
@Injectable()
export class Presence {
  constructor(
    private readonly topology: Topology,
    private readonly roster: Roster,
  ) {}

  /** All listening systems, or those named, as the broker sees them at this moment. @throws AxisError BROKER_AWAY */
  async now(names?: ReadonlySet<string>): Promise<ReadonlyMap<string, SystemPresence>> {
    const presence = new Map<string, SystemPresence>();
    for (const { name, mode } of this.roster.allSystems()) {
      if (mode === 'amqp' && names?.has(name) !== false) presence.set(name, await this.of(name));
    }
    return presence;
  }

  private async of(name: string): Promise<SystemPresence> {
    const lanes = await Promise.all([inboxOf(name), urgentInboxOf(name)].map((queue) => this.topology.inspect(queue)));
    const queued = lanes.reduce((sum, lane) => sum + (lane?.ready ?? 0), 0);
    return { connected: lanes.some((lane) => (lane?.consumers ?? 0) > 0), queued };
  }
}
