import { Injectable, Logger } from '@nestjs/common';
import { AxisError } from '#core';
import { type DispatchItem, HubStore } from '#store';
import { type Divided } from '../registry/divided.js';
import { Inboxes } from '../registry/inboxes.js';
import { Mailboxes } from '../registry/mailboxes.js';
import { deliveryMessages } from './deliveries.js';
import { FailPoints } from './fail-points.js';

/** Brings accepted documents to the inboxes of their systems (publishes, waits for the broker's confirmation) and into the mailboxes of those that poll, then marks them dispatched. */
@Injectable()
export class Dispatcher {
  private readonly logger = new Logger(Dispatcher.name);

  constructor(
    private readonly store: HubStore,
    private readonly inboxes: Inboxes,
    private readonly mailboxes: Mailboxes,
    private readonly failPoints: FailPoints,
  ) {}

  /**
   * Resolves when every document given is in the inboxes and marked so. One that could not be brought out, or is for a system
   * that nobody enrolled, is left unmarked for the sweeper. Repeating a dispatch is harmless: systems know a delivery again, and what is
   * dispatched `again` says so.
   * @throws AxisError BROKER_AWAY when the broker left; documents already confirmed are marked nevertheless.
   */
  async dispatch(items: readonly DispatchItem[], { again = false } = {}): Promise<void> {
    if (items.length === 0) return;
    const documents = await this.mailboxes.divide(items);
    await this.mailboxes.putDocuments(documents);
    const sent = documents.map((document) => this.publish(document, again));
    this.failPoints.reach('after-publish');
    const settled = await Promise.allSettled(sent);
    this.failPoints.reach('after-confirm');
    const dispatched = items.filter((_, index) => settled[index]?.status === 'fulfilled');
    if (dispatched.length > 0) await this.store.exchange.markDispatched(dispatched, Date.now());
    for (const each of settled) if (each.status === 'rejected') this.afterFailure(each.reason);
  }

  /** Dispatches documents that were accepted before and never marked dispatched. */
  async dispatchStranded(documentIds: readonly string[]): Promise<void> {
    if (documentIds.length > 0)
      await this.dispatch(await this.store.exchange.itemsToDispatch(documentIds), { again: true });
  }

  /**
   * Publishes documents once more without marking anything: for an inbox that was made again, or a system that lost its store.
   * @throws AxisError BROKER_AWAY, SYSTEM_UNKNOWN
   */
  async repeat(items: readonly DispatchItem[]): Promise<void> {
    const documents = await this.mailboxes.divide(items);
    await this.mailboxes.putDocuments(documents);
    await Promise.all(documents.map((document) => this.publish(document, true)));
  }

  private async publish({ item, listening, unknown }: Divided, again: boolean): Promise<void> {
    const messages = deliveryMessages({ ...item, systems: listening }, again);
    await Promise.all(messages.map((message) => this.inboxes.deliver(message)));
    // Its removal, or the next look after unserved deliveries, gives what waits for it to others.
    if (unknown !== undefined) throw new AxisError('SYSTEM_UNKNOWN', { name: unknown });
  }

  private afterFailure(reason: unknown): void {
    if (reason instanceof AxisError && reason.code === 'BROKER_AWAY') throw reason;
    this.logger.error(`A document could not be dispatched; it is tried again shortly. ${String(reason)}`);
  }
}
