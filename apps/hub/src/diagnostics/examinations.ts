import { Injectable } from '@nestjs/common';
import { type Examination } from '#wire';
import { HubHealth } from '../health/hub-health.js';
import { type Language } from '#core';
import { BROKER_DOWN, BrokerExamination } from './broker-examination.js';
import { told } from './finding.js';
import { HubExamination } from './hub-examination.js';
import { STORE_DOWN, StoreExamination } from './store-examination.js';

/** Looks at each part the axis rests on: symptom, cause, remedy. */
@Injectable()
export class Examinations {
  constructor(
    private readonly health: HubHealth,
    private readonly ofStore: StoreExamination,
    private readonly ofBroker: BrokerExamination,
    private readonly ofHub: HubExamination,
  ) {}

  async all(language: Language): Promise<Examination[]> {
    const { store, broker } = await this.health.parts();
    const [isStored, isConnected] = [store === 'up', broker === 'up'];
    const findings = [
      isStored ? this.ofStore.itself() : STORE_DOWN,
      ...(isConnected ? await this.ofBroker.itself() : [BROKER_DOWN]),
      ...(await this.ofHub.disks()),
      ...(isConnected ? [...(await this.ofBroker.queues()), await this.ofBroker.systems()] : []),
      ...(isStored ? await this.ofStore.contents() : []),
      ...this.ofHub.sweeping(),
      this.ofHub.versions(),
    ];
    return findings.map((finding) => told(finding, language));
  }
}
