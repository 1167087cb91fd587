import { type Database } from '../connection/database.js';
import { type Page } from '../page.js';
import { type AgencyQuery, type RegisteredAgency, type RegisteredSystem } from './registered-system.js';

/** Who is connected, and for whom. Small; the hub keeps what it needs of it in memory. */
export class RegistryRepository {
  constructor(private readonly database: Database) {}

  /** Refuses SYSTEM_EXISTS, and AGENCY_HAS_SYSTEM when another system has one of the codes; then nothing is written. */
  addSystem(_system: RegisteredSystem): Promise<void> {
    return Promise.reject(new Error('not yet'));
  }
  /** Forgets a system. What waits for it waits for whoever serves its agencies next. SYSTEM_UNKNOWN if there is none. */
  removeSystem(_name: string): Promise<void> {
    return Promise.reject(new Error('not yet'));
  }
  /** SYSTEM_UNKNOWN if there is none. */
  rotateSecret(_name: string, _secret: { secretHash: string; salt: string }): Promise<void> {
    return Promise.reject(new Error('not yet'));
  }
  /** Locks (epoch milliseconds) or unlocks (undefined). SYSTEM_UNKNOWN if there is none. */
  lockSystem(_name: string, _at: number | undefined): Promise<void> {
    return Promise.reject(new Error('not yet'));
  }
  /** All of them, by name. */
  listSystems(): Promise<RegisteredSystem[]> {
    return Promise.reject(new Error('not yet'));
  }
  getSystem(_name: string): Promise<RegisteredSystem | undefined> {
    return Promise.reject(new Error('not yet'));
  }
  /** Inserts or overwrites by code, any number of them. */
  putAgencies(_agencies: readonly RegisteredAgency[]): Promise<void> {
    return Promise.reject(new Error('not yet'));
  }
  getAgency(_code: string): Promise<RegisteredAgency | undefined> {
    return Promise.reject(new Error('not yet'));
  }
  /** Which of these codes are registered. */
  knownAgencies(_codes: readonly string[]): Promise<Set<string>> {
    return Promise.reject(new Error('not yet'));
  }
  /** By code. */
  listAgencies(_query: AgencyQuery): Promise<Page<RegisteredAgency>> {
    return Promise.reject(new Error('not yet'));
  }
  countAgencies(): Promise<number> {
    return Promise.reject(new Error('not yet'));
  }
}
