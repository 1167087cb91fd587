import { type Database } from '../connection/database.js';
import { type Page } from '../page.js';
import { countAgencies, countAgencyChanges, getAgency, knownAgencies, listAgencies, putAgencies } from './agencies.js';
import {
  type AgencyQuery,
  type DirectoryAgency,
  type Permit,
  type RegisteredAgency,
  type RegisteredSystem,
} from './registered-system.js';
import { deleteAgency, listUnits, registerAgency } from './units.js';
import { addSystem, changeSystem, listSystems, noteSeen, removeSystem } from './systems.js';

/** Who is connected, and for whom. Small; the hub keeps what it needs of it in memory. */
export class RegistryRepository {
  constructor(private readonly database: Database) {}

  /** Refuses SYSTEM_EXISTS, and AGENCY_HAS_SYSTEM when another system has one of the codes; then nothing is written. */
  addSystem(system: RegisteredSystem): Promise<void> {
    return addSystem(this.database, system);
  }

  /** Forgets a system and its mailbox. What waits for it waits for whoever serves its agencies next. SYSTEM_UNKNOWN if there is none. */
  removeSystem(name: string): Promise<void> {
    return removeSystem(this.database, name);
  }

  /** The old secret ends, and the old signing secret with it. SYSTEM_UNKNOWN if there is none. */
  rotateSecret(name: string, secret: NewSecret): Promise<void> {
    const { secretHash, salt, signingSecret = null } = secret;
    return changeSystem(this.database, name, { secretHash, salt, signingSecret });
  }

  /** Locks (epoch milliseconds) or unlocks (undefined). SYSTEM_UNKNOWN if there is none. */
  lockSystem(name: string, at: number | undefined): Promise<void> {
    return changeSystem(this.database, name, { lockedAt: at ?? null });
  }

  /** When systems were seen, epoch milliseconds by name; what is known of later stays. */
  noteSeen(seen: ReadonlyMap<string, number>): Promise<void> {
    return noteSeen(this.database, seen);
  }

  /** Whether it wants to hear of arrivals. SYSTEM_UNKNOWN if there is none. */
  subscribeArrivals(name: string, arrivals: boolean): Promise<void> {
    return changeSystem(this.database, name, { arrivals });
  }

  /** All of them, by name, each with its codes: who serves an agency is the nearest of them. */
  listSystems(): Promise<RegisteredSystem[]> {
    return listSystems(this.database);
  }

  async getSystem(name: string): Promise<RegisteredSystem | undefined> {
    const [system] = await listSystems(this.database, name);
    return system;
  }

  /** Inserts or overwrites by code, any number of them; what an agency here leaves open (mail, mobile, fax, registeredBy) stays. */
  putAgencies(agencies: readonly RegisteredAgency[]): Promise<void> {
    return putAgencies(this.database, agencies);
  }

  /** Undefined for a deleted one, as for one there never was; so in every list and count but `listUnits`. */
  getAgency(code: string): Promise<DirectoryAgency | undefined> {
    return getAgency(this.database, code);
  }

  /** Which of these codes are registered. */
  knownAgencies(codes: readonly string[]): Promise<Set<string>> {
    return knownAgencies(this.database, codes);
  }

  /** By code. */
  listAgencies(query: AgencyQuery): Promise<Page<DirectoryAgency>> {
    return listAgencies(this.database, query);
  }

  countAgencies(): Promise<number> {
    return countAgencies(this.database);
  }

  /** How often agencies have been entered, overwritten or deleted, by whomever: it grows with each, and stands still without one. */
  countAgencyChanges(): Promise<number> {
    return countAgencyChanges(this.database);
  }

  /**
   * Enters or overwrites an agency for a system, which serves it from now on. `at` in epoch milliseconds. Refuses SYSTEM_UNKNOWN, and
   * AGENCY_HAS_SYSTEM when another system is enrolled for this very code; then, or when `permit` throws, nothing is written. No enrolment
   * changes between what `permit` was told and the end.
   */
  registerAgency(agency: RegisteredAgency, system: string, at: number, permit = everything): Promise<void> {
    return registerAgency(this.database, agency, { system, at, permit });
  }

  /**
   * Leaves a tombstone; no system is enrolled for the code any more. `at` in epoch milliseconds. AGENCY_UNKNOWN if there is none; then, or
   * when `permit` throws, nothing is written. No enrolment changes between what `permit` was told and the end.
   */
  deleteAgency(code: string, at: number, permit = everything): Promise<void> {
    return deleteAgency(this.database, code, { at, permit });
  }

  /** By code, deleted ones included: what has changed since a copy of the directory was made can be told from it. */
  listUnits(query: { cursor?: string | undefined; limit: number }): Promise<Page<DirectoryAgency>> {
    return listUnits(this.database, query);
  }
}

const everything: Permit = () => undefined;

/** What takes the place of a system's secret; only a system that polls has one to sign with. */
interface NewSecret {
  readonly secretHash: string;
  readonly salt: string;
  readonly signingSecret?: string | undefined;
}
