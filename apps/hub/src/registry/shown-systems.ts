import { Injectable } from '@nestjs/common';
import { hanoiIso } from '#core';
import { type RegisteredSystem } from '#store';
import { type OldestRead, OldestWaiting } from './oldest-waiting.js';
import { Presence, type SystemPresence } from './presence.js';
import { Roster } from './roster.js';

/** Systems as the interface shows them: what is known of them, who is there, and what waits for them. */
@Injectable()
export class ShownSystems {
  constructor(
    private readonly roster: Roster,
    private readonly presence: Presence,
    private readonly oldest: OldestWaiting,
  ) {}

  /** @throws AxisError BROKER_AWAY */
  all(): Promise<object[]> {
    return this.shown(this.roster.allSystems());
  }

  /** @throws AxisError BROKER_AWAY */
  async one(system: RegisteredSystem): Promise<object> {
    const [shown = {}] = await this.shown([system]);
    return shown;
  }

  private async shown(systems: readonly RegisteredSystem[]): Promise<object[]> {
    const names = new Set(systems.map(({ name }) => name));
    const [presence, oldest] = await Promise.all([this.presence.now(names), this.oldest.now()]);
    return systems.map((system) => ({
      ...described(system),
      ...present(presence.get(system.name)),
      ...waiting(oldest, system.name),
    }));
  }
}

/** A system as the interface shows it, without what is secret. */
export function described({ name, codes, arrivals, createdAt, lockedAt }: RegisteredSystem): object {
  return {
    name,
    codes,
    arrivals,
    createdAt: new Date(createdAt).toISOString(),
    ...(lockedAt === undefined ? {} : { lockedAt: new Date(lockedAt).toISOString() }),
  };
}

function present(presence: SystemPresence | undefined): object {
  if (presence?.lastSeenAt === undefined) return { ...presence };
  return { ...presence, lastSeenAt: new Date(presence.lastSeenAt).toISOString() };
}

function waiting(oldest: OldestRead | undefined, system: string): object {
  if (oldest === undefined) return { oldestWaitingUnknown: true };
  const since = oldest.since.get(system);
  return {
    ...(since === undefined ? {} : { oldestWaitingSince: hanoiIso(since) }),
    ...(oldest.isLate ? { oldestWaitingAsOf: hanoiIso(oldest.at) } : {}),
  };
}
