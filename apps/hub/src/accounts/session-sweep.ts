import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HubStore } from '#store';
import { Clock } from '../clock.js';
import { Rounds } from '../exchange/rounds.js';
import { words } from '#core';

const EVERY_MS = 3_600_000;

/** Forgets sessions that have ended, at start and every hour. They open nothing in the meantime. */
@Injectable()
export class SessionSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly rounds: Rounds;

  constructor(store: HubStore, clock: Clock) {
    this.rounds = new Rounds(words('xóa phiên đăng nhập đã hết', 'sweep of ended sessions'), EVERY_MS, async () => {
      await store.sessions.sweep(clock.now());
    });
  }

  onApplicationBootstrap(): void {
    void this.rounds.now();
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.close();
  }
}
