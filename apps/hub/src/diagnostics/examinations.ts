import { Injectable } from '@nestjs/common';
import { type Examination } from '#wire';
import { HubHealth } from '../health/hub-health.js';
import { type Language } from '#core';
import { BROKER_DOWN, BrokerExamination } from './broker-examination.js';
import { type Finding, told } from './finding.js';
import { HubExamination } from './hub-examination.js';
import { lookedAt } from './looked-at.js';
import { STORE_DOWN, StoreExamination } from './store-examination.js';

type Findings = readonly Finding[];

/** Looks at each part the axis rests on: symptom, cause, remedy. What cannot be read of one part keeps nothing of the others back. */
@Injectable()
export class Examinations {
  constructor(
    private readonly health: HubHealth,
    private readonly ofStore: StoreExamination,
    private readonly ofBroker: BrokerExamination,
    private readonly ofHub: HubExamination,
  ) {}

  /** Never rejects. */
  async all(language: Language): Promise<Examination[]> {
    const [store, broker, disks] = await Promise.all([
      this.store(),
      this.broker(),
      lookedAt('disk', () => this.ofHub.disks()),
    ]);
    const findings = [
      ...[...store.itself, ...broker.itself, ...disks, ...broker.further, ...store.further],
      ...[...this.ofHub.sweeping(), this.ofHub.versions()],
    ];
    return findings.map((finding) => told(finding, language));
  }

  private async store(): Promise<{ itself: Findings; further: Findings }> {
    const itself = await lookedAt('store', async () =>
      (await this.health.store()) === 'up' ? this.ofStore.itself() : STORE_DOWN,
    );
    if (itself.some(({ state }) => state !== 'good')) return { itself, further: [] };
    const further = await Promise.all([
      lookedAt('dead letters', () => this.ofStore.deadLetters()),
      lookedAt('ledger', () => this.ofStore.ledger()),
      lookedAt('clock', () => this.ofStore.clock()),
    ]);
    return { itself, further: further.flat() };
  }

  private async broker(): Promise<{ itself: Findings; further: Findings }> {
    if (this.health.broker() === 'down') return { itself: [BROKER_DOWN], further: [] };
    const [itself, ...further] = await Promise.all([
      lookedAt('broker', () => this.ofBroker.itself()),
      lookedAt('queues', () => this.ofBroker.queues()),
      lookedAt('systems', () => this.ofBroker.systems()),
    ]);
    return { itself, further: further.flat() };
  }
}
