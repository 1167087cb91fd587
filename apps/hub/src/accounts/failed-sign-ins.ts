import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { networkOf } from './network-of.js';

const WITHIN_MS = 15 * 60_000;
/**
 * How many may fail within that time: of one name from one address, from one address, of one name. Fewer for the last alone would let anybody
 * shut anybody out.
 */
const MOST = { pair: 5, address: 20, name: 50 } as const;
/** Whoever tries from everywhere must not fill the memory; then the oldest are forgotten. */
const MOST_KEPT = 20_000;

/** An attempt to sign in that has begun and counts as failed until it is told otherwise. */
export interface Attempt {
  /** It succeeded: what failed before for this name from this address is forgotten, too. */
  forgive(): void;
}

/** Counts failed attempts to sign in and refuses more of them for a while. Of this hub only: another counts its own, and a restart forgets. */
@Injectable()
export class FailedSignIns {
  /** When each failed, by whom it is counted for; epoch milliseconds, oldest first. */
  private readonly kept = new Map<string, number[]>();

  /** Counts an attempt. Attempts at the same moment count too, before anybody knows how they end. @throws AxisError SIGN_IN_TOO_OFTEN */
  begin(name: string, address: string, now: number): Attempt {
    const network = networkOf(address);
    const keys = { pair: `pair ${name} ${network}`, address: `address ${network}`, name: `name ${name}` };
    for (const kind of ['pair', 'address', 'name'] as const) this.refuseBeyond(keys[kind], MOST[kind], now);
    for (const key of Object.values(keys)) this.add(key, now);
    return { forgive: () => this.forgive(keys, now) };
  }

  private refuseBeyond(key: string, most: number, now: number): void {
    const times = this.recent(key, now);
    const oldest = times[times.length - most];
    if (oldest !== undefined)
      throw new AxisError('SIGN_IN_TOO_OFTEN', { seconds: Math.ceil((oldest + WITHIN_MS - now) / 1000) });
  }

  private recent(key: string, now: number): number[] {
    return (this.kept.get(key) ?? []).filter((at) => at > now - WITHIN_MS);
  }

  private add(key: string, now: number): void {
    const times = [...this.recent(key, now), now];
    // Put in anew, so that the first of the map is the one not heard of for longest.
    this.kept.delete(key);
    const [longestAgo] = this.kept.keys();
    if (longestAgo !== undefined && this.kept.size >= MOST_KEPT) this.kept.delete(longestAgo);
    this.kept.set(key, times);
  }

  private forgive({ pair, address, name }: { pair: string; address: string; name: string }, at: number): void {
    this.kept.delete(pair);
    for (const key of [address, name]) {
      const times = this.kept.get(key) ?? [];
      const place = times.indexOf(at);
      if (place >= 0) this.kept.set(key, [...times.slice(0, place), ...times.slice(place + 1)]);
    }
  }
}
