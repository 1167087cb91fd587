import { Injectable, type OnModuleInit } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { madeAt } from '#core';
import { Broker } from '#broker';
import { HubStore } from '#store';
import { AxisEvents, type AxisEvent } from '../events/axis-events.js';
import { ACCEPTANCE_SECONDS, ARRIVAL_SECONDS, BATCH_DOCUMENTS, TRANSACTION_SECONDS } from './buckets.js';
import { QueueDepths } from './queue-depths.js';
import { oneReadingAtATime } from '../one-reading-at-a-time.js';

/** Prometheus figures of this hub process since its start; the statistics are the place for figures that must add up over restarts. */
@Injectable()
export class HubMetrics implements OnModuleInit {
  readonly registry = new Registry();
  private readonly accepted = this.counter('truc_documents_accepted_total', 'Documents accepted');
  private readonly made = this.counter('truc_deliveries_made_total', 'Recipients of accepted documents');
  private readonly received = this.counter('truc_deliveries_received_total', 'Deliveries that arrived');
  private readonly statuses = this.counter('truc_statuses_recorded_total', 'Business statuses recorded', 'code');
  private readonly refused = this.counter('truc_submissions_refused_total', 'Submissions refused', 'code');
  private readonly arrival = this.histogram(
    'truc_arrival_seconds',
    'From acceptance of a document to arrival of a delivery of it',
    ARRIVAL_SECONDS,
  );
  private readonly acceptance = this.histogram(
    'truc_acceptance_seconds',
    'From reading a document to its being accepted and dispatched',
    ACCEPTANCE_SECONDS,
  );
  private readonly batch = this.histogram('truc_batch_documents', 'Documents accepted together', BATCH_DOCUMENTS);
  private readonly transaction = this.histogram(
    'truc_store_transaction_seconds',
    'Transactions that write, without the wait for their turn',
    TRANSACTION_SECONDS,
  );

  constructor(
    private readonly events: AxisEvents,
    private readonly store: HubStore,
    private readonly broker: Broker,
    private readonly depths: QueueDepths,
  ) {}

  /** So many documents were accepted in one transaction. */
  acceptedTogether(documents: number): void {
    if (documents > 0) this.batch.observe(documents);
  }

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('truc_broker_up', '1 while the broker is connected', () => Promise.resolve(this.broker.isUp() ? 1 : 0));
    this.gauge('truc_dead_letters_open', 'Dead letters not retried yet', () => this.store.deadLetters.countOpen());
    this.gauges(
      { truc_deliveries_waiting: 'Deliveries that wait', truc_oldest_waiting_seconds: 'Age of the oldest that waits' },
      async () => {
        const { deliveries, since } = await this.store.overview.waiting();
        return [deliveries, since === undefined ? 0 : Math.max(0, Date.now() - since) / 1_000];
      },
    );
    this.depths.register(this.registry);
    this.store.onTransaction((seconds) => this.transaction.observe(seconds));
    this.events.ofThisHub.subscribe((event) => this.count(event));
  }

  private count(event: AxisEvent): void {
    if (event.kind === 'accepted') {
      this.accepted.inc();
      this.made.inc(event.recipients.length);
      this.measure(this.acceptance, event.documentId);
    } else if (event.kind === 'arrived') {
      this.received.inc();
      this.measure(this.arrival, event.documentId);
    } else if (event.kind === 'status') this.statuses.inc({ code: event.code });
    else this.refused.inc({ code: event.code });
  }

  private counter(name: string, help: string, ...labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({ name, help, buckets, registers: [this.registry] });
  }

  /** Since the document's id was made, when it was read. */
  private measure(histogram: Histogram, documentId: string): void {
    const since = madeAt(documentId);
    if (since !== undefined) histogram.observe(Math.max(0, Date.now() - since) / 1_000);
  }

  private gauge(name: string, help: string, read: () => Promise<number>): void {
    this.gauges({ [name]: help }, async () => [await read()]);
  }

  /** Figures read together, in the order of their names; not a number while they cannot be read, so that the others are told nevertheless. */
  private gauges(helps: Readonly<Record<string, string>>, read: () => Promise<readonly number[]>): void {
    const reading = oneReadingAtATime(() => read().catch((): readonly number[] => []));
    Object.entries(helps).forEach(([name, help], at) => {
      const collect = async (): Promise<void> => gauge.set((await reading())[at] ?? NaN);
      const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect });
    });
  }
}
