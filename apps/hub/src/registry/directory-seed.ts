import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AgencyCode, parentOf, qd20Form, tierOf } from '#core';
import { AGENCIES, searchTextOf } from '#directory';
import { HubStore, type RegisteredAgency } from '#store';
import { Roster } from './roster.js';

/** An agency as the store keeps it, from its code and name. */
export function registeredAgency(code: AgencyCode, name: string): RegisteredAgency {
  const codeQd20 = qd20Form(code);
  return { code, codeQd20, name, tier: tierOf(code), parent: parentOf(code), searchText: searchTextOf(code, name) };
}

/** Fills an empty store with the directory, and the roster from the store, before anything else begins. */
@Injectable()
export class DirectorySeed implements OnModuleInit {
  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
  ) {}

  async onModuleInit(): Promise<void> {
    if ((await this.store.registry.countAgencies()) === 0) {
      await this.store.registry.putAgencies(AGENCIES.map(({ code, name }) => registeredAgency(code, name)));
    }
    await this.roster.reloadAgencies();
    await this.roster.reloadSystems();
  }
}
