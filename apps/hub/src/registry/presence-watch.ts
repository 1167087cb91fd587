import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Broker } from '#broker';
import { HubStore } from '#store';
import { Rounds } from '../exchange/rounds.js';
import { words } from '#core';
import { Presence } from './presence.js';
import { Roster } from './roster.js';

const EVERY_MS = 30_000;

/** Writes down when systems were last seen, so that it is known after a restart and at the other hubs. */
@Injectable()
export class PresenceWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly rounds = new Rounds(words('xem hệ thống nào có mặt', 'look at who is there'), EVERY_MS, () =>
    this.lookFor(),
  );

  constructor(
    private readonly broker: Broker,
    private readonly presence: Presence,
    private readonly roster: Roster,
    private readonly store: HubStore,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.close();
  }

  /** Looks at once; never rejects. */
  now(): Promise<void> {
    return this.rounds.now();
  }

  /** Looks for some of them, or for all; nothing is to be seen while the broker is away. @throws AxisError BROKER_AWAY, STORE_AWAY */
  async lookFor(names?: ReadonlySet<string>): Promise<void> {
    if (!this.broker.isUp()) return;
    const seen = new Map<string, number>();
    for (const [name, { lastSeenAt = 0 }] of await this.presence.now(names)) {
      if (lastSeenAt > (this.roster.system(name)?.lastSeenAt ?? 0)) seen.set(name, lastSeenAt);
    }
    if (seen.size > 0) await this.store.registry.noteSeen(seen);
  }
}
