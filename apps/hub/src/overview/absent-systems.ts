import { Injectable } from '@nestjs/common';
import { hanoiIso } from '#core';
import { type Overview } from '#wire';
import { Presence, type SystemPresence } from '../registry/presence.js';
import { Roster } from '../registry/roster.js';

const FRESH_MS = 1_000;
/** Every inbox is asked after, so with hundreds of systems a reading takes long: it may take one part in so many of the time. */
const ONE_PART_IN = 20;

type Absent = Overview['absent'];

/** Systems with an inbox that nobody consumes, for those who watch. */
@Injectable()
export class AbsentSystems {
  private known: Absent = [];
  private freshUntil = -Infinity;

  constructor(
    private readonly presence: Presence,
    private readonly roster: Roster,
  ) {}

  /** A second old, or more where looking takes long. While the broker is away nobody can be there. */
  async now(): Promise<Absent> {
    const begun = performance.now();
    if (begun < this.freshUntil) return this.known;
    const presence = await this.presence.now().catch(() => undefined);
    if (presence === undefined) return this.everybody();
    const took = performance.now() - begun;
    this.freshUntil = begun + Math.max(FRESH_MS, took * ONE_PART_IN);
    this.known = [...presence].filter(([, { connected, poll }]) => !connected && !poll).map(absentOf);
    return this.known;
  }

  private everybody(): Absent {
    const listening = this.roster.allSystems().filter(({ mode }) => mode === 'amqp');
    return listening.map(({ name, lastSeenAt }) => absentOf([name, { lastSeenAt, queued: 0 }]));
  }
}

function absentOf([name, { lastSeenAt, queued }]: [
  string,
  Pick<SystemPresence, 'lastSeenAt' | 'queued'>,
]): Absent[number] {
  return { name, queued, ...(lastSeenAt === undefined ? {} : { lastSeenAt: hanoiIso(lastSeenAt) }) };
}
