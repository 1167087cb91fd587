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

  /** As the broker sees it at this moment. @throws AxisError BROKER_AWAY */
  async now(): Promise<ReadonlyMap<string, SystemPresence>> {
    const listening = this.roster.allSystems().filter(({ mode }) => mode === 'amqp');
    const entries = listening.map(async ({ name }) => [name, await this.of(name)] as const);
    return new Map(await Promise.all(entries));
  }

  private async of(name: string): Promise<SystemPresence> {
    const lanes = await Promise.all([inboxOf(name), urgentInboxOf(name)].map((queue) => this.topology.inspect(queue)));
    const queued = lanes.reduce((sum, lane) => sum + (lane?.ready ?? 0), 0);
    return { connected: lanes.some((lane) => (lane?.consumers ?? 0) > 0), queued };
  }
}
