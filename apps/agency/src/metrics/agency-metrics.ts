import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { Broker } from '#broker';
import { AgencyStore } from '#store';

/** Prometheus figures of this system's process since its start, and what its outbox holds. */
@Injectable()
export class AgencyMetrics {
  readonly registry = new Registry();
  private readonly submitted = this.counter('truc_agency_documents_submitted_total', 'Documents RabbitMQ has taken');
  private readonly received = this.counter('truc_agency_deliveries_received_total', 'Deliveries stored and receipted');
  private readonly receipts = this.counter(
    'truc_agency_receipts_sent_total',
    'Messages of receipts RabbitMQ has taken',
  );

  constructor(
    private readonly store: AgencyStore,
    private readonly broker: Broker,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.watchBroker();
    this.watchOutbox();
  }

  documentsSubmitted(count: number): void {
    this.submitted.inc(count);
  }

  /** One message that receipts so many deliveries. */
  receiptSent(deliveries: number): void {
    this.receipts.inc();
    this.received.inc(deliveries);
  }

  private watchBroker(): void {
    const { broker } = this;
    new Gauge({
      ...{ name: 'truc_agency_broker_up', help: '1 while the broker is connected', registers: [this.registry] },
      collect() {
        this.set(broker.isUp() ? 1 : 0);
      },
    });
  }

  private watchOutbox(): void {
    const { store } = this;
    new Gauge({
      ...{
        name: 'truc_agency_outbox',
        help: 'What is still to be sent',
        labelNames: ['kind'],
        registers: [this.registry],
      },
      async collect() {
        for (const [kind, count] of Object.entries(await store.figures.leftOver())) this.set({ kind }, Number(count));
      },
    });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }
}
