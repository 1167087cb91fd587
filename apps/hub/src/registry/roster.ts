import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type AgencyCode, isAgencyCode, nearestSystem, parseAgencyCode } from '#core';
import { Feed } from '#broker';
import { HubStore, type RegisteredSystem } from '#store';
import { Rereading } from './rereading.js';

const PAGE = 1_000;
/** Guesses at secrets cost the store one reading in this time. */
const LOOK_AGAIN_AFTER_MS = 100;
/** What hubs tell one another when somebody was entered, changed or removed. */
const TOPIC = 'roster';

/** What the roster keeps of an agency. */
export interface KnownAgency {
  readonly code: AgencyCode;
  readonly name: string;
  readonly searchText: string;
}

/**
 * Who there is: every agency and every connected system, held in memory because each document asks several times.
 * The store is the truth: it is read again after every change, now and then for changes made by another hub, and when
 * something is on its way to a system nobody here knows. What an earlier reading found never takes the place of a later one.
 */
@Injectable()
export class Roster {
  private agencies = new Map<AgencyCode, KnownAgency>();
  private systems = new Map<string, RegisteredSystem>();
  private serving = new Map<string, string>();
  /** What the store had counted of changes to the agencies before they were read. */
  private changesSeen: number | undefined;
  private looking: Promise<void> | undefined;
  private readonly agencyReading = new Rereading(() => this.readAgencies());
  private readonly systemReading = new Rereading(() => this.readSystems());

  constructor(
    private readonly store: HubStore,
    private readonly feed: Feed,
  ) {
    // A hint that makes it quick; the store is read again now and then in any case.
    feed.hear(TOPIC, () => void this.refresh().catch(() => undefined));
  }

  /** Takes over what another hub has changed. */
  async refresh(): Promise<void> {
    if ((await this.store.registry.countAgencyChanges()) !== this.changesSeen) await this.reloadAgencies();
    await this.reloadSystems();
  }

  /** Resolves when every agency that was in the store at the time of the call is known. */
  reloadAgencies(): Promise<void> {
    return this.agencyReading.now();
  }

  /** Resolves when every system that was enrolled at the time of the call is known. */
  reloadSystems(): Promise<void> {
    return this.systemReading.now();
  }

  /** What this hub has changed of the agencies or systems is known, and the other hubs are told to read again. */
  async changed(): Promise<void> {
    await this.refresh();
    this.feed.say(TOPIC, Buffer.alloc(0));
  }

  /** Reads the systems again if one of those named is not known: another hub may have enrolled it. */
  async lookFor(names: readonly string[]): Promise<void> {
    if (names.some((name) => !this.systems.has(name))) await this.reloadSystems();
  }

  /** Reads the systems again before somebody is refused: another hub may have given them their secret just now. Those who come within a moment share one reading. */
  lookAgain(): Promise<void> {
    this.looking ??= pause(LOOK_AGAIN_AFTER_MS).then(() => {
      this.looking = undefined;
      return this.reloadSystems();
    });
    return this.looking;
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
    return this.agencies.has(code) ? code : undefined;
  }

  nameOf(code: string): string | undefined {
    return this.agencies.get(code as AgencyCode)?.name;
  }

  /** Every agency, by code; another map after each change. */
  allAgencies(): ReadonlyMap<AgencyCode, KnownAgency> {
    return this.agencies;
  }

  /** The system that takes an agency's documents: that of the nearest agency at or above it. */
  systemServing(code: AgencyCode): string | undefined {
    return nearestSystem(code, (each) => this.serving.get(each));
  }

  /** The system enrolled for exactly this agency. */
  systemEnrolledFor(code: AgencyCode): string | undefined {
    return this.serving.get(code);
  }

  private async readAgencies(): Promise<void> {
    const changes = await this.store.registry.countAgencyChanges();
    const agencies = new Map<AgencyCode, KnownAgency>();
    let cursor: string | undefined;
    do {
      const page = await this.store.registry.listAgencies({ cursor, limit: PAGE });
      for (const { code: text, name, searchText } of page.items) {
        const code = text as AgencyCode;
        agencies.set(code, { code, name, searchText });
      }
      cursor = page.next;
    } while (cursor !== undefined);
    this.agencies = agencies;
    this.changesSeen = changes;
  }

  private async readSystems(): Promise<void> {
    const systems = await this.store.registry.listSystems();
    this.systems = new Map(systems.map((system) => [system.name, system]));
    this.serving = new Map(systems.flatMap((system) => system.codes.map((code) => [code, system.name] as const)));
  }
}
