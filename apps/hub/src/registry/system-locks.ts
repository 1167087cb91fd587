import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AxisError, words } from '#core';
import { HubStore, type RegisteredSystem } from '#store';
import { Rounds } from '../exchange/rounds.js';
import { BrokerAccounts } from './broker-accounts.js';
import { Roster } from './roster.js';

const EVERY_MS = 60_000;

/**
 * Keeps systems out that the operators have locked: at the broker, at every HTTP interface, and what they handed in before is refused. Their
 * deliveries wait. The store says who is locked; the broker is brought in line at once, and looked after once a minute: an outage may have
 * come between, or accounts may have been restored from a backup.
 */
@Injectable()
export class SystemLocks implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly rounds = new Rounds(words('giữ hệ thống bị khóa ở ngoài', 'look after locked systems'), EVERY_MS, () =>
    this.keepOut(),
  );

  constructor(
    private readonly store: HubStore,
    private readonly accounts: BrokerAccounts,
    private readonly roster: Roster,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.close();
  }

  /** Repeated, it keeps the moment of the first. @throws AxisError SYSTEM_UNKNOWN, BROKER_AWAY (repeat it) */
  async lock(name: string): Promise<RegisteredSystem> {
    const { lockedAt } = await this.known(name);
    if (lockedAt === undefined) await this.store.registry.lockSystem(name, Date.now());
    await this.roster.changed();
    return this.inLine(name);
  }

  /** What waits reaches the system as soon as it connects. @throws AxisError SYSTEM_UNKNOWN, BROKER_AWAY (repeat it) */
  async unlock(name: string): Promise<RegisteredSystem> {
    await this.known(name);
    await this.store.registry.lockSystem(name, undefined);
    await this.roster.changed();
    return this.inLine(name);
  }

  /** At the broker it is as the store says by now, which another hub may have changed meanwhile. */
  private async inLine(name: string): Promise<RegisteredSystem> {
    const system = await this.known(name);
    if (system.mode === 'poll') return system;
    await (system.lockedAt === undefined ? this.accounts.unlock(name) : this.accounts.lock(name));
    return system;
  }

  private async keepOut(): Promise<void> {
    const locked = this.roster.allSystems().filter(({ lockedAt }) => lockedAt !== undefined);
    for (const { name } of locked) await this.inLine(name);
  }

  private async known(name: string): Promise<RegisteredSystem> {
    const system = await this.store.registry.getSystem(name);
    if (system === undefined) throw new AxisError('SYSTEM_UNKNOWN', { name });
    return system;
  }
}
