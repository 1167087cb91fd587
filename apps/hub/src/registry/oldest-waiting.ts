import { Injectable } from '@nestjs/common';
import { HubStore } from '#store';

/** Pages ask every few seconds, each for itself. */
const FRESH_MS = 1_000;

/** Since when the oldest document waits for each system, for all who ask within a second. */
@Injectable()
export class OldestWaiting {
  private current: Promise<ReadonlyMap<string, number>> | undefined;
  private begunAt = -Infinity;

  constructor(private readonly store: HubStore) {}

  /** Epoch milliseconds by system; nothing of one that has all it was sent, nor of any while the store is away. */
  now(): Promise<ReadonlyMap<string, number>> {
    const at = performance.now();
    if (this.current === undefined || at - this.begunAt >= FRESH_MS) {
      this.begunAt = at;
      this.current = this.store.overview.oldestOfEach().catch(() => new Map<string, number>());
    }
    return this.current;
  }
}
