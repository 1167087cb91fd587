import { Injectable, Logger } from '@nestjs/common';
import { AxisError } from '#core';
import { Broker, type OutgoingMessage, Topology } from '#broker';
import { HubStore } from '#store';
import { Roster } from './roster.js';

const URGENT = '.urgent';

/**
 * The way into the inboxes. What lay in an inbox that turns out to be missing is gone, and so is what the broker took for it
 * while nothing led there. What waits there is therefore put up for dispatch once more: before the inbox is made again, so that it goes out
 * even if this hub dies in between, and after, for what was claimed in that moment. A dispatch begun earlier, here or
 * at another hub, cannot mark such a document any more.
 */
@Injectable()
export class Inboxes {
  private readonly logger = new Logger(Inboxes.name);
  private readonly making = new Map<string, Promise<void>>();
  /** Systems whose inbox was begun and not filled: the connection may have ended when it was there already. */
  private readonly unfinished = new Set<string>();

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
    this.unfinished.delete(system);
  }

  /** Those of these systems whose inboxes have to be made. @throws AxisError BROKER_AWAY */
  async missing(systems: readonly string[]): Promise<string[]> {
    const without = new Set(await this.topology.withoutInbox(systems));
    return systems.filter((system) => without.has(system) || this.unfinished.has(system));
  }

  /** Makes a system's inbox and puts up what waits there; who asks while it is being made waits for the same. @throws AxisError BROKER_AWAY, STORE_AWAY */
  make(system: string): Promise<void> {
    let making = this.making.get(system);
    if (making === undefined) {
      making = this.makeOnce(system).finally(() => this.making.delete(system));
      this.making.set(system, making);
    }
    return making;
  }

  /** Makes what is missing of these systems' inboxes. @throws AxisError BROKER_AWAY, STORE_AWAY */
  async mend(systems: readonly string[]): Promise<void> {
    await Promise.all((await this.missing(systems)).map((system) => this.make(system)));
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
      await this.mend(systems);
      await this.broker.publish(message);
    }
  }

  private async makeOnce(system: string): Promise<void> {
    this.unfinished.add(system);
    await this.store.exchange.putUpWaiting(system);
    await this.topology.declareInbox(system);
    await this.store.exchange.putUpWaiting(system);
    this.unfinished.delete(system);
    if (this.roster.system(system) !== undefined) {
      this.logger.warn(`The inbox of ${system} was gone; it is made again and filled with what waits there.`);
    }
  }
}

function systemsOf(message: OutgoingMessage): string[] {
  const keys = [message.key, ...(message.bcc ?? [])];
  return [...new Set(keys.map((key) => (key.endsWith(URGENT) ? key.slice(0, -URGENT.length) : key)))];
}
