import { Injectable } from '@nestjs/common';
import { type DispatchItem, HubStore, type RegisteredSystem } from '#store';
import { type Divided, divided } from './divided.js';
import { runsOf } from '../exchange/runs.js';
import { documentLetters, letterIdOf } from './letters.js';
import { type SystemPresence } from './presence.js';
import { Roster } from './roster.js';

/** How long a system that polls counts as present after it asked for something. */
const PRESENT_MS = 5 * 60_000;

/** Letters put in with one transaction, at most: hundreds of documents to thousands of recipients must not hold up everybody else. */
const MOST_LETTERS = 5_000;

/** A status on its way to the system it concerns, byte for byte. */
export interface PassedStatus {
  readonly system: string;
  readonly reportKey: string;
  readonly documentId: string;
  /** Who received the document the status is about. */
  readonly recipient: string;
  /** Code of the agency that reports, and of the one that is told. */
  readonly from: string;
  readonly to: string;
  readonly content: Uint8Array;
}

/** The way into the mailboxes: what waits for a system that polls lies in the store, under a number that is always the same for the same letter. */
@Injectable()
export class Mailboxes {
  /** When each system last asked for something (epoch ms). */
  private readonly visits = new Map<string, number>();

  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
  ) {}

  /**
   * Tells apart what goes into mailboxes and what into inboxes. The systems are read again, once for all documents, when one
   * is for a system that nobody knows; what is unknown then is for a system that was taken off the axis.
   */
  async divide(items: readonly DispatchItem[]): Promise<Divided[]> {
    const first = this.divided(items);
    if (first.every(({ unknown }) => unknown === undefined)) return first;
    await this.roster.reloadSystems();
    return this.divided(items);
  }

  /** Resolves when the shares of the systems that poll lie in their mailboxes; what lies there already stays as it is. */
  async putDocuments(documents: readonly Divided[]): Promise<void> {
    const letters = documents.flatMap(({ item, polling }) => documentLetters(item, polling));
    for (const run of runsOf(letters, () => 1, MOST_LETTERS)) await this.store.mailboxes.put(run, Date.now());
  }

  /** Resolves when the statuses lie in the mailboxes of their systems, each once. */
  async putStatuses(statuses: readonly PassedStatus[]): Promise<void> {
    if (statuses.length === 0) return;
    const letters = statuses.map(({ reportKey, ...status }) => ({
      ...{ ...status, kind: 'status' as const },
      docId: letterIdOf(reportKey),
    }));
    await this.store.mailboxes.put(letters, Date.now());
  }

  /** Notes that a system asks for something just now. */
  noteVisit(system: string): void {
    this.visits.set(system, Date.now());
  }

  /** `connected`: it asked for something within the last five minutes, here or, as far as is known by now, at another hub. */
  async presence({ name, lastSeenAt: seenByAny = 0 }: RegisteredSystem): Promise<SystemPresence> {
    const [documents, statuses] = await Promise.all([
      this.store.mailboxes.count(name, 'edoc'),
      this.store.mailboxes.count(name, 'status'),
    ]);
    const lastSeenAt = Math.max(this.visits.get(name) ?? 0, seenByAny);
    const connected = Date.now() - lastSeenAt < PRESENT_MS;
    return { poll: true, connected, queued: documents + statuses, ...(lastSeenAt === 0 ? {} : { lastSeenAt }) };
  }

  /** Opens again what a system that lost its store has taken since (epoch ms). Returns how many documents. */
  reopen(system: string, since: number): Promise<number> {
    return this.store.mailboxes.reopen(system, since);
  }

  private divided(items: readonly DispatchItem[]): Divided[] {
    return items.map((item) => divided(item, (system) => this.roster.system(system)?.mode));
  }
}
