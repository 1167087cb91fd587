import { Injectable } from '@nestjs/common';
import { HubStore, type RegisteredSystem } from '#store';
import { Mailboxes } from '../registry/mailboxes.js';
import { Dispatcher } from './dispatcher.js';

const PAGE = 256;

/** Brings out once more what already had been, for a system that lost its store. */
@Injectable()
export class Refill {
  constructor(
    private readonly store: HubStore,
    private readonly dispatcher: Dispatcher,
    private readonly mailboxes: Mailboxes,
  ) {}

  /** Everything accepted for a system `since` (epoch ms), because it lost its store. Returns how many documents. */
  resend({ name, mode }: RegisteredSystem, since: number): Promise<number> {
    if (mode === 'poll') return this.mailboxes.reopen(name, since);
    return this.inbox(name, since);
  }

  private async inbox(system: string, since: number): Promise<number> {
    let documents = 0;
    let after: string | undefined;
    do {
      const page = await this.store.exchange.waitingFor(system, {
        ...{ since, includeReceived: true },
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
