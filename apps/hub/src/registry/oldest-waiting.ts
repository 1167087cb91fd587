import { Injectable } from '@nestjs/common';
import { HubStore } from '#store';
import { oneReadingAtATime } from '../one-reading-at-a-time.js';

/** Pages ask every few seconds, each for itself. */
const FRESH_MS = 1_000;

/** What was last read of what waits. */
export interface OldestRead {
  /** Since when the oldest document waits, epoch milliseconds by system; nothing of one that has all it was sent. */
  readonly since: ReadonlyMap<string, number>;
  /** When that was read, epoch milliseconds. */
  readonly at: number;
  /** It could not be read anew since. */
  readonly isLate: boolean;
}

/** Since when the oldest document waits for each system. One reading at a time, and one a second, serves all who ask. */
@Injectable()
export class OldestWaiting {
  private last: OldestRead | undefined;
  private readonly reading = oneReadingAtATime(() => this.read());
  private freshUntil = -Infinity;

  constructor(private readonly store: HubStore) {}

  /** While the store is away what was read last, which says so; undefined when nothing could be read yet. Never rejects. */
  now(): Promise<OldestRead | undefined> {
    return performance.now() < this.freshUntil ? Promise.resolve(this.last) : this.reading();
  }

  private async read(): Promise<OldestRead | undefined> {
    const at = Date.now();
    try {
      this.last = { since: await this.store.overview.oldestOfEach(), at, isLate: false };
    } catch {
      if (this.last !== undefined) this.last = { ...this.last, isLate: true };
    }
    this.freshUntil = performance.now() + FRESH_MS;
    return this.last;
  }
}
