import { Injectable } from '@nestjs/common';
import { type AgencyCode, parentOf } from '#core';
import { type KnownAgency, Roster } from './roster.js';

/** How many agencies stand directly below each of the roster. */
@Injectable()
export class AgencyTree {
  private counted: ReadonlyMap<AgencyCode, KnownAgency> | undefined;
  private counts = new Map<AgencyCode, number>();

  constructor(private readonly roster: Roster) {}

  /** Counted again at the first question after a change. */
  childrenOf(code: AgencyCode): number {
    const agencies = this.roster.allAgencies();
    if (agencies !== this.counted) this.count(agencies);
    return this.counts.get(code) ?? 0;
  }

  private count(agencies: ReadonlyMap<AgencyCode, KnownAgency>): void {
    this.counts = new Map();
    for (const code of agencies.keys()) {
      const parent = parentOf(code);
      if (parent !== undefined) this.counts.set(parent, (this.counts.get(parent) ?? 0) + 1);
    }
    this.counted = agencies;
  }
}
