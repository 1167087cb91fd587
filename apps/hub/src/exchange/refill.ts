import { Injectable } from '@nestjs/common';
import { HubStore } from '#store';
import { Dispatcher } from './dispatcher.js';

const PAGE = 256;

/** Dispatches once more what already had been: into an inbox made again, or for a system that lost its store. */
@Injectable()
export class Refill {
  constructor(
    private readonly store: HubStore,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** Everything that waits at a system, or with `includeReceived` everything accepted `since` (epoch ms). Returns how many documents. */
  async inbox(system: string, query: { since?: number; includeReceived?: boolean } = {}): Promise<number> {
    let documents = 0;
    let after: string | undefined;
    do {
      const page = await this.store.exchange.waitingFor(system, {
        ...query,
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      await this.dispatcher.repeat(page.items);
      documents += page.items.length;
      after = page.next;
    } while (after !== undefined);
    return documents;
  }
}
