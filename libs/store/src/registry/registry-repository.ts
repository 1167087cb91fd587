import { type Database } from '../connection/database.js';
import { type Page } from '../page.js';
import { countAgencies, getAgency, knownAgencies, listAgencies, putAgencies } from './agencies.js';
import { type AgencyQuery, type RegisteredAgency, type RegisteredSystem } from './registered-system.js';
import { addSystem, changeSystem, listSystems, removeSystem } from './systems.js';

/** Who is connected, and for whom. Small; the hub keeps what it needs of it in memory. */
export class RegistryRepository {
  constructor(private readonly database: Database) {}

  /** Refuses SYSTEM_EXISTS, and AGENCY_HAS_SYSTEM when another system has one of the codes; then nothing is written. */
  addSystem(system: RegisteredSystem): Promise<void> {
    return addSystem(this.database, system);
  }

  /** Forgets a system. What waits for it waits for whoever serves its agencies next. SYSTEM_UNKNOWN if there is none. */
  removeSystem(name: string): Promise<void> {
    return removeSystem(this.database, name);
  }

  /** SYSTEM_UNKNOWN if there is none. */
  rotateSecret(name: string, { secretHash, salt }: { secretHash: string; salt: string }): Promise<void> {
    return changeSystem(this.database, name, { secretHash, salt });
  }

  /** Locks (epoch milliseconds) or unlocks (undefined). SYSTEM_UNKNOWN if there is none. */
  lockSystem(name: string, at: number | undefined): Promise<void> {
    return changeSystem(this.database, name, { lockedAt: at ?? null });
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

  /** Inserts or overwrites by code, any number of them. */
  putAgencies(agencies: readonly RegisteredAgency[]): Promise<void> {
    return putAgencies(this.database, agencies);
  }

  getAgency(code: string): Promise<RegisteredAgency | undefined> {
    return getAgency(this.database, code);
  }

  /** Which of these codes are registered. */
  knownAgencies(codes: readonly string[]): Promise<Set<string>> {
    return knownAgencies(this.database, codes);
  }

  /** By code. */
  listAgencies(query: AgencyQuery): Promise<Page<RegisteredAgency>> {
    return listAgencies(this.database, query);
  }

  countAgencies(): Promise<number> {
    return countAgencies(this.database);
  }
}
