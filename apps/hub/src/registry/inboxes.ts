import { Injectable, Logger } from '@nestjs/common';
import { AxisError } from '#core';
import { Broker, inboxOf, type OutgoingMessage, Topology, urgentInboxOf } from '#broker';

const URGENT = '.urgent';

/**
 * The way into the inboxes. An inbox that turns out to be missing is made again on the spot and remembered in `remade`,
 * because what had been in it is gone and must be dispatched once more.
 */
@Injectable()
export class Inboxes {
  private readonly logger = new Logger(Inboxes.name);
  /** Systems whose inbox was made again since somebody last looked after what had been in it. */
  readonly remade = new Set<string>();

  constructor(
    private readonly broker: Broker,
    private readonly topology: Topology,
  ) {}

  /** Makes both queues of a system where they are missing, for a system that never had them. */
  async make(system: string): Promise<void> {
    await this.topology.declareInbox(system);
  }

  /** Deletes both queues of a system with whatever is in them. */
  async drop(system: string): Promise<void> {
    await this.topology.deleteInbox(system);
    this.remade.delete(system);
  }

  /** Makes what is missing of a connected system's inbox, and notes that something was. */
  async mend(system: string): Promise<void> {
    if (!(await this.topology.declareInbox(system))) return;
    this.logger.warn(`The inbox of ${system} was gone; it is made again and filled with what waits there.`);
    this.remade.add(system);
  }

  /** Whether nothing lies ready in either queue of a system. */
  async isEmpty(system: string): Promise<boolean> {
    const lanes = await Promise.all(
      [inboxOf(system), urgentInboxOf(system)].map((name) => this.topology.inspect(name)),
    );
    return lanes.every((lane) => lane === undefined || lane.ready === 0);
  }

  /** Resolves when the broker has the message in the inboxes of all systems it names. @throws AxisError BROKER_AWAY */
  async deliver(message: OutgoingMessage): Promise<void> {
    try {
      await this.broker.publish(message);
    } catch (error) {
      if (!(error instanceof AxisError) || error.code !== 'UNROUTABLE') throw error;
      await Promise.all(systemsOf(message).map((system) => this.mend(system)));
      await this.broker.publish(message);
    }
  }
}

function systemsOf(message: OutgoingMessage): string[] {
  const keys = [message.key, ...(message.bcc ?? [])];
  return [...new Set(keys.map((key) => (key.endsWith(URGENT) ? key.slice(0, -URGENT.length) : key)))];
}
