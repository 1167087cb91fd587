import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type HubConfig } from '#config';
import { Refill } from '../exchange/refill.js';
import { Rounds } from '../exchange/rounds.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { Inboxes } from './inboxes.js';
import { Roster } from './roster.js';

/**
 * Sees to it that every listening system has its inbox. RabbitMQ tells nobody when one of several queues of a message is
 * missing, so the hub looks for itself, every `inboxCheckMs`. What waits at an inbox that had to be made again, or that
 * stands empty when the hub starts, is dispatched once more; systems know a delivery again.
 */
@Injectable()
export class InboxWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;
  private isFirstRound = true;

  constructor(
    private readonly inboxes: Inboxes,
    private readonly roster: Roster,
    private readonly refill: Refill,
    @Inject(HUB_CONFIG) config: HubConfig,
  ) {
    this.rounds = new Rounds('check of the inboxes', config.inboxCheckMs, () => this.check());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.rounds.now();
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.close();
  }

  private async check(): Promise<void> {
    await this.roster.refresh();
    for (const { name, mode } of this.roster.allSystems()) {
      if (mode !== 'amqp') continue;
      await this.inboxes.mend(name);
      if (this.isFirstRound && (await this.inboxes.isEmpty(name))) this.inboxes.remade.add(name);
    }
    for (const name of this.inboxes.remade) {
      await this.refill.inbox(name);
      this.inboxes.remade.delete(name);
    }
    this.isFirstRound = false;
  }
}
