import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HubStore } from '#store';
import { Rounds } from '../exchange/rounds.js';
import { words } from '#core';

const HOUR_MS = 3_600_000;
const KEPT_MS = 48 * HOUR_MS;

/** Forgets traffic by the minute after two days; the counters of days stay. */
@Injectable()
export class TrafficPruning implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly rounds = new Rounds(words('xóa lưu lượng cũ', 'pruning of old traffic'), HOUR_MS, () => this.prune());

  constructor(private readonly store: HubStore) {}

  onApplicationBootstrap(): void {
    void this.rounds.now();
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.close();
  }

  private prune(): Promise<void> {
    return this.store.overview.pruneTraffic(Date.now() - KEPT_MS);
  }
}
