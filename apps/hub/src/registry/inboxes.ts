import { Injectable, Logger } from '@nestjs/common';
import { AxisError } from '#core';
import { Broker, inboxOf, type OutgoingMessage, Topology, urgentInboxOf } from '#broker';
import { HubStore } from '#store';
import { Roster } from './roster.js';

const URGENT = '.urgent';

/**
 * The way into the inboxes. What lay in an inbox that turns out to be missing is gone, and so is what the broker took for it
 * while it was missing. What waits there is therefore put up for dispatch once more: before the inbox is made again, so that it goes out
 * even if this hub dies in between, and after, for what was claimed in that moment. A dispatch begun earlier, here or
 * at another hub, cannot mark such a document any more.
 */
@Injectable()
export class Inboxes {
  private readonly logger = new Logger(Inboxes.name);

  constructor(
    private readonly broker: Broker,
    private readonly topology: Topology,
    private readonly store: HubStore,
    private readonly roster: Roster,
  ) {}

  /** Whether the broker is there to be asked. */
  areInReach(): boolean {
    return this.broker.isUp();
  }

  /** Deletes both queues of a system with whatever is in them. */
  async drop(system: string): Promise<void> {
    await this.topology.deleteInbox(system);
  }

  /** Makes what is missing of a system's inbox; true when something was. */
  async mend(system: string): Promise<boolean> {
    const lanes = await Promise.all(
      [inboxOf(system), urgentInboxOf(system)].map((name) => this.topology.inspect(name)),
    );
    if (!lanes.includes(undefined)) return false;
    await this.store.exchange.putUpWaiting(system);
    await this.topology.declareInbox(system);
    await this.store.exchange.putUpWaiting(system);
    if (this.roster.system(system) !== undefined) {
      this.logger.warn(`The inbox of ${system} was gone; it is made again and filled with what waits there.`);
    }
    return true;
  }

  /**
   * Resolves when the broker has the message in the inboxes of the systems it names. A system that was taken off the axis
   * meanwhile gets nothing: what waits for it goes to whoever serves its agencies next. @throws AxisError BROKER_AWAY
   */
  async deliver(message: OutgoingMessage): Promise<void> {
    try {
      await this.broker.publish(message);
    } catch (error) {
      if (!(error instanceof AxisError) || error.code !== 'UNROUTABLE') throw error;
      const systems = systemsOf(message).filter((system) => this.roster.system(system) !== undefined);
      if (systems.length === 0) return;
      await Promise.all(systems.map((system) => this.mend(system)));
      await this.broker.publish(message);
    }
  }
}

function systemsOf(message: OutgoingMessage): string[] {
  const keys = [message.key, ...(message.bcc ?? [])];
  return [...new Set(keys.map((key) => (key.endsWith(URGENT) ? key.slice(0, -URGENT.length) : key)))];
}
