import { Injectable } from '@nestjs/common';
import { inboxOf, Topology, urgentInboxOf } from '#broker';
import { Mailboxes } from './mailboxes.js';
import { Roster } from './roster.js';

/** Whether anybody consumes a system's inbox (or asked for its mailbox of late), and how many messages lie ready in it. */
export interface SystemPresence {
  /** It asks instead of listening. */
  readonly poll: boolean;
  readonly connected: boolean;
  readonly queued: number;
}

/** Looks which systems are there. */
@Injectable()
export class Presence {
  constructor(
    private readonly topology: Topology,
    private readonly roster: Roster,
    private readonly mailboxes: Mailboxes,
  ) {}

  /** All systems, or those named, as broker and mailboxes show them at this moment. @throws AxisError BROKER_AWAY */
  async now(names?: ReadonlySet<string>): Promise<ReadonlyMap<string, SystemPresence>> {
    const presence = new Map<string, SystemPresence>();
    for (const { name, mode } of this.roster.allSystems()) {
      if (names?.has(name) === false) continue;
      presence.set(name, await (mode === 'amqp' ? this.of(name) : this.mailboxes.presence(name)));
    }
    return presence;
  }

  private async of(name: string): Promise<SystemPresence> {
    const lanes = await Promise.all([inboxOf(name), urgentInboxOf(name)].map((queue) => this.topology.inspect(queue)));
    const queued = lanes.reduce((sum, lane) => sum + (lane?.ready ?? 0), 0);
    return { poll: false, connected: lanes.some((lane) => (lane?.consumers ?? 0) > 0), queued };
  }
}
