import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type HubConfig } from '#config';
import { HubStore } from '#store';
import { HUB_CONFIG } from '../hub-config.token.js';
import { words } from '#core';
import { Dispatcher } from './dispatcher.js';
import { Rounds } from './rounds.js';

const PAGE = 256;
/** How long documents taken by one sweep are left alone by the next (or by another hub's). */
const LEASE_MS = 10_000;

/**
 * Dispatches what was accepted and not dispatched: the hub died between its commit and the broker's confirmation, or the
 * broker was away. Runs at start and every `sweepMs`. The document row is the outbox; there is no other.
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly rounds: Rounds;

  constructor(
    private readonly store: HubStore,
    private readonly dispatcher: Dispatcher,
    @Inject(HUB_CONFIG) config: HubConfig,
  ) {
    this.rounds = new Rounds(
      words('quét văn bản chưa vào hộp thư', 'sweep of undispatched documents'),
      config.sweepMs,
      () => this.sweep(),
    );
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.close();
  }

  /** Sweeps at once; never rejects. */
  now(): Promise<void> {
    return this.rounds.now();
  }

  private async sweep(): Promise<void> {
    for (;;) {
      const items = await this.store.exchange.claimUndispatched({ limit: PAGE, now: Date.now(), leaseMs: LEASE_MS });
      await this.dispatcher.dispatch(items, { again: true });
      if (items.length < PAGE) return;
    }
  }
}
