import { Injectable, type OnModuleInit } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { Broker } from '#broker';
import { HubStore } from '#store';
import { AxisEvents, type AxisEvent } from '../events/axis-events.js';

/** Prometheus figures of this hub process since its start; the statistics are the place for figures that must add up over restarts. */
@Injectable()
export class HubMetrics implements OnModuleInit {
  readonly registry = new Registry();
  private readonly accepted = this.counter('truc_documents_accepted_total', 'Documents accepted');
  private readonly made = this.counter('truc_deliveries_made_total', 'Recipients of accepted documents');
  private readonly received = this.counter('truc_deliveries_received_total', 'Deliveries that arrived');
  private readonly statuses = this.counter('truc_statuses_recorded_total', 'Business statuses recorded', 'code');
  private readonly refused = this.counter('truc_submissions_refused_total', 'Submissions refused', 'code');

  constructor(
    private readonly events: AxisEvents,
    private readonly store: HubStore,
    private readonly broker: Broker,
  ) {}

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('truc_broker_up', '1 while the broker is connected', () => Promise.resolve(this.broker.isUp() ? 1 : 0));
    this.gauge('truc_dead_letters_open', 'Dead letters not retried yet', () => this.store.deadLetters.countOpen());
    this.events.ofThisHub.subscribe((event) => this.count(event));
  }

  private count(event: AxisEvent): void {
    if (event.kind === 'accepted') {
      this.accepted.inc();
      this.made.inc(event.recipients.length);
    } else if (event.kind === 'arrived') this.received.inc();
    else if (event.kind === 'status') this.statuses.inc({ code: event.code });
    else this.refused.inc({ code: event.code });
  }

  private counter(name: string, help: string, ...labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, read: () => Promise<number>): void {
    const collect = async (): Promise<void> => gauge.set(await read());
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect });
  }
}
