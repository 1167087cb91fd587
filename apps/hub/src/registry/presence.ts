import { Injectable } from '@nestjs/common';
import { inboxOf, Topology, urgentInboxOf } from '#broker';
import { type RegisteredSystem } from '#store';
import { Mailboxes } from './mailboxes.js';
import { Roster } from './roster.js';

/** Whether anybody consumes a system's inbox (or asked for its mailbox of late), and how many messages lie ready in it. */
export interface SystemPresence {
  /** It asks instead of listening. */
  readonly poll: boolean;
  readonly connected: boolean;
  /** Epoch milliseconds; absent when no hub ever saw it. */
  readonly lastSeenAt?: number | undefined;
  readonly queued: number;
  /** Consumers of both its inboxes; absent for one that polls. */
  readonly consumers?: number;
}

/** Looks which systems are there. */
@Injectable()
export class Presence {
  /** When each was last seen from here, epoch milliseconds. */
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly topology: Topology,
    private readonly roster: Roster,
    private readonly mailboxes: Mailboxes,
  ) {}

  /** All systems, or those named, as broker and mailboxes show them at this moment. @throws AxisError BROKER_AWAY */
  async now(names?: ReadonlySet<string>): Promise<ReadonlyMap<string, SystemPresence>> {
    const presence = new Map<string, SystemPresence>();
    for (const system of this.roster.allSystems()) {
      if (names?.has(system.name) === false) continue;
      presence.set(system.name, await (system.mode === 'amqp' ? this.of(system) : this.mailboxes.presence(system)));
    }
    return presence;
  }

  private async of({ name, lastSeenAt: seenByAny = 0 }: RegisteredSystem): Promise<SystemPresence> {
    const lanes = await Promise.all([inboxOf(name), urgentInboxOf(name)].map((queue) => this.topology.inspect(queue)));
    const queued = lanes.reduce((sum, lane) => sum + (lane?.ready ?? 0), 0);
    const consumers = lanes.reduce((sum, lane) => sum + (lane?.consumers ?? 0), 0);
    const connected = consumers > 0;
    if (connected) this.seen.set(name, Date.now());
    const lastSeenAt = Math.max(this.seen.get(name) ?? 0, seenByAny);
    return { poll: false, connected, queued, consumers, ...(lastSeenAt === 0 ? {} : { lastSeenAt }) };
  }
}
