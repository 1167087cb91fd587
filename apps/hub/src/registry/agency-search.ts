import { Injectable } from '@nestjs/common';
import { type AgencyCode } from '#core';
import { AgencyIndex } from '#directory';
import { type KnownAgency, Roster } from './roster.js';

/** Finds agencies by name, initials or code among those of the roster; the store would read them all for each search. */
@Injectable()
export class AgencySearch {
  private searched: ReadonlyMap<AgencyCode, KnownAgency> | undefined;
  private index = new AgencyIndex<KnownAgency>([]);

  constructor(private readonly roster: Roster) {}

  /** The best first. The index is made again at the first search after a change. */
  search(text: string): KnownAgency[] {
    const agencies = this.roster.allAgencies();
    if (agencies !== this.searched) {
      this.index = new AgencyIndex([...agencies.values()]);
      this.searched = agencies;
    }
    return this.index.search(text);
  }
}
