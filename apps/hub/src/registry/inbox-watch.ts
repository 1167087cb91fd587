import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type HubConfig } from '#config';
import { Rounds } from '../exchange/rounds.js';
import { Sweeper } from '../exchange/sweeper.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { words } from '#core';
import { Inboxes } from './inboxes.js';
import { Roster } from './roster.js';

/**
 * Sees to it that every listening system has its inbox. RabbitMQ tells nobody when one of several queues of a message is
 * missing, so the hub looks for itself, at start and every `inboxCheckMs`.
 */
@Injectable()
export class InboxWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(InboxWatch.name);
  readonly rounds: Rounds;

  constructor(
    private readonly inboxes: Inboxes,
    private readonly roster: Roster,
    private readonly sweeper: Sweeper,
    @Inject(HUB_CONFIG) config: HubConfig,
  ) {
    this.rounds = new Rounds(words('kiểm tra các hộp thư', 'check of the inboxes'), config.inboxCheckMs, () =>
      this.check(),
    );
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
    if (!this.inboxes.areInReach()) return;
    const listening = this.roster.allSystems().filter(({ mode }) => mode === 'amqp');
    let made = 0;
    for (const name of await this.inboxes.missing(listening.map(({ name }) => name))) {
      if (await this.make(name)) made += 1;
    }
    if (made > 0) await this.sweeper.now();
  }

  /** One inbox that cannot be made keeps none of the others waiting. */
  private async make(name: string): Promise<boolean> {
    try {
      await this.inboxes.make(name);
      return true;
    } catch (error) {
      this.logger.error(`The inbox of ${name} could not be made. ${String(error)}`);
      return false;
    }
  }
}
