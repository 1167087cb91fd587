import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type AgencyCode, words } from '#core';
import { HubStore } from '#store';
import { Rounds } from '../exchange/rounds.js';
import { Sweeper } from '../exchange/sweeper.js';
import { Roster } from './roster.js';

const EVERY_MS = 60_000;

/**
 * Looks after deliveries that nobody serves: accepted before anybody did, or for a system that has left. Every enrolment and
 * removal does, and a round a minute catches what was accepted at that very moment, or at another hub.
 */
@Injectable()
export class Unserved implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly rounds = new Rounds(
    words('tìm hệ thống cho bản gửi chưa có nơi phục vụ', 'look after unserved deliveries'),
    EVERY_MS,
    () => this.assign(),
  );

  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
    private readonly sweeper: Sweeper,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.rounds.now();
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.close();
  }

  /** Gives each the system that serves it now, if there is one, and dispatches them. */
  async assign(): Promise<void> {
    const { documents } = await this.store.exchange.assignUnserved((code) =>
      this.roster.systemServing(code as AgencyCode),
    );
    if (documents > 0) await this.sweeper.now();
  }
}
