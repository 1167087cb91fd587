import { Injectable } from '@nestjs/common';
import { Broker } from '#broker';
import { HubStore } from '#store';

export interface HealthParts {
  readonly store: 'up' | 'down';
  readonly broker: 'up' | 'down';
}

/** Asks the parts the hub cannot work without. */
@Injectable()
export class HubHealth {
  constructor(
    private readonly store: HubStore,
    private readonly broker: Broker,
  ) {}

  async parts(): Promise<HealthParts> {
    const store = await this.store.probe().then(
      () => 'up' as const,
      () => 'down' as const,
    );
    return { store, broker: this.broker.isUp() ? 'up' : 'down' };
  }
}
