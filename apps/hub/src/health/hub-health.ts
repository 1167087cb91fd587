import { Injectable } from '@nestjs/common';
import { Broker } from '#broker';
import { HubStore } from '#store';

type State = 'up' | 'down';

export interface HealthParts {
  readonly store: State;
  readonly broker: State;
}

/** Asks the parts the hub cannot work without. */
@Injectable()
export class HubHealth {
  constructor(
    private readonly hubStore: HubStore,
    private readonly hubBroker: Broker,
  ) {}

  async parts(): Promise<HealthParts> {
    return { store: await this.store(), broker: this.broker() };
  }

  store(): Promise<State> {
    return this.hubStore.probe().then(
      () => 'up',
      () => 'down',
    );
  }

  broker(): State {
    return this.hubBroker.isUp() ? 'up' : 'down';
  }
}
