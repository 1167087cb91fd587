import { type Database } from '../connection/database.js';
import { type AgencyCounts, type Counts, type DayCounts, type Ledger, type Recount, type TierCounts } from './counts.js';

/** What was sent and received. Days are yyyy-MM-dd, both ends included. */
export class StatisticsRepository {
  constructor(private readonly database: Database) {}

  totals(_from: string, _to: string): Promise<Counts> {
    return Promise.reject(new Error('not yet'));
  }
  /** Days on which nothing happened are left out. */
  byDay(_from: string, _to: string): Promise<DayCounts[]> {
    return Promise.reject(new Error('not yet'));
  }
  /** By code. */
  byAgency(_from: string, _to: string): Promise<AgencyCounts[]> {
    return Promise.reject(new Error('not yet'));
  }
  byTier(_from: string, _to: string): Promise<TierCounts[]> {
    return Promise.reject(new Error('not yet'));
  }
  /** Deliveries of documents accepted in the period. */
  ledger(_from: string, _to: string): Promise<Ledger> {
    return Promise.reject(new Error('not yet'));
  }
  /** Counts by agency and day and the ledger, from the counters. */
  counted(_from: string, _to: string): Promise<Recount> {
    return Promise.reject(new Error('not yet'));
  }
  /** The same from the documents themselves: slow, and never different. */
  recount(_from: string, _to: string): Promise<Recount> {
    return Promise.reject(new Error('not yet'));
  }
}
