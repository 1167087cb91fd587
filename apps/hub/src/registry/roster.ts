import { Injectable } from '@nestjs/common';
import { type AgencyCode, isAgencyCode, nearestSystem, parseAgencyCode } from '#core';
import { HubStore, type RegisteredSystem } from '#store';

const PAGE = 1_000;

/**
 * Who there is: every agency and every connected system, held in memory because each document asks several times.
 * The store is the truth: it is read again after every change, and the systems now and then for changes made by another hub.
 */
@Injectable()
export class Roster {
  private names = new Map<AgencyCode, string>();
  private systems = new Map<string, RegisteredSystem>();
  private serving = new Map<string, string>();

  constructor(private readonly store: HubStore) {}

  /** Takes over what another hub has changed. */
  async refresh(): Promise<void> {
    if ((await this.store.registry.countAgencies()) !== this.names.size) await this.reloadAgencies();
    await this.reloadSystems();
  }

  async reloadAgencies(): Promise<void> {
    const names = new Map<AgencyCode, string>();
    let cursor: string | undefined;
    do {
      const page = await this.store.registry.listAgencies({ cursor, limit: PAGE });
      for (const { code, name } of page.items) names.set(code as AgencyCode, name);
      cursor = page.next;
    } while (cursor !== undefined);
    this.names = names;
  }

  async reloadSystems(): Promise<void> {
    const systems = await this.store.registry.listSystems();
    this.systems = new Map(systems.map((system) => [system.name, system]));
    this.serving = new Map(systems.flatMap((system) => system.codes.map((code) => [code, system.name] as const)));
  }

  system(name: string): RegisteredSystem | undefined {
    return this.systems.get(name);
  }

  allSystems(): readonly RegisteredSystem[] {
    return [...this.systems.values()];
  }

  /** The canonical code of a known agency written in either form; undefined for anything else. */
  knownAgency(text: string): AgencyCode | undefined {
    if (!isAgencyCode(text)) return undefined;
    const code = parseAgencyCode(text);
    return this.names.has(code) ? code : undefined;
  }

  nameOf(code: string): string | undefined {
    return this.names.get(code as AgencyCode);
  }

  /** The system that takes an agency's documents: that of the nearest agency at or above it. */
  systemServing(code: AgencyCode): string | undefined {
    return nearestSystem(code, (each) => this.serving.get(each));
  }

  /** The system enrolled for exactly this agency. */
  systemEnrolledFor(code: AgencyCode): string | undefined {
    return this.serving.get(code);
  }
}
