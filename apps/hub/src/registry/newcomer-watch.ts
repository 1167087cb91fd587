import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Rounds } from '../exchange/rounds.js';
import { words } from '#core';
import { PresenceWatch } from './presence-watch.js';
import { Roster } from './roster.js';

const EVERY_MS = 2_000;
/** After this long it is looked for as often as everybody. */
const NEW_MS = 10 * 60_000;

/**
 * Looks often for systems that were just enrolled and never seen. RabbitMQ remembers no consumer that has left, so that one which ended soon after it
 * connected, between two looks at everybody, would be said never to have been there.
 */
@Injectable()
export class NewcomerWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly rounds = new Rounds(words('tìm hệ thống vừa ghi danh', 'look for newly enrolled systems'), EVERY_MS, () =>
    this.look(),
  );

  constructor(
    private readonly watch: PresenceWatch,
    private readonly roster: Roster,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.close();
  }

  private async look(): Promise<void> {
    const since = Date.now() - NEW_MS;
    const newcomers = this.roster
      .allSystems()
      .filter(({ mode, createdAt, lastSeenAt }) => mode === 'amqp' && lastSeenAt === undefined && createdAt > since);
    if (newcomers.length > 0) await this.watch.lookFor(new Set(newcomers.map(({ name }) => name)));
  }
}
