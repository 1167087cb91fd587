import { type Database } from '../connection/database.js';
import { acceptBatch } from './accept-batch.js';
import { type AcceptOutcome } from './accept-outcome.js';
import { assignUnserved, putUpWaiting } from './assign-unserved.js';
import { claimUndispatched, itemsToDispatch, markDispatched } from './dispatch.js';
import {
  type Assignment,
  type Claim,
  type Dispatched,
  type DispatchItem,
  type WaitingPage,
  type WaitingQuery,
} from './dispatch-item.js';
import { findDeliveries } from './find-deliveries.js';
import { type Batch, type Lane } from './new-document.js';
import { type Arrival, type ReceiptBatch } from './receipt.js';
import { recordReceipts } from './record-receipts.js';
import { recordStatuses } from './record-statuses.js';
import { type DeliveryFacts, type DeliveryQuery, type StatusBatch, type StatusOutcome } from './status-report.js';
import { waitingFor } from './waiting.js';

/** The main job's rows: documents in, copies out, receipts and statuses back. Every write is one transaction, and a repeat of it writes nothing. */
export class ExchangeRepository {
  constructor(private readonly database: Database) {}

  /** Writes what is new of a batch, with its deliveries and counters; outcomes in the order of the documents. Of two alike in one batch the first wins. */
  acceptBatch(batch: Batch, lane: Lane = 'normal'): Promise<AcceptOutcome[]> {
    return acceptBatch(this.database, batch, lane);
  }

  /**
   * Every copy of these documents lies in its inbox. `at` in epoch milliseconds. One that was put up again or taken over since its
   * item was made stays undispatched: an inbox may have been lost, or a recipient found its system, after the copies went out.
   */
  markDispatched(items: readonly Dispatched[], at: number): Promise<void> {
    return markDispatched(this.database, items, at);
  }

  /** Takes over documents accepted but not dispatched whose lease has ended, oldest first; two hubs never get the same one. */
  claimUndispatched(claim: Claim): Promise<DispatchItem[]> {
    return claimUndispatched(this.database, claim);
  }

  /** What is still to be dispatched of these documents; unknown ids are left out. */
  itemsToDispatch(ids: readonly string[]): Promise<DispatchItem[]> {
    return itemsToDispatch(this.database, ids);
  }

  /** A page of what waits for one system, its recipients only: for an inbox made again, a resend, or a system that polls. */
  waitingFor(system: string, query: WaitingQuery): Promise<WaitingPage> {
    return waitingFor(this.database, system, query);
  }

  /** Puts what waits for a system up for dispatch again, because its inbox lost it: claim it next. Other systems still waiting for the same documents get them again. */
  putUpWaiting(system: string): Promise<void> {
    return putUpWaiting(this.database, system);
  }

  /** Gives waiting deliveries without a system, or of one that is no longer connected, the one that serves them now, and puts their documents up for dispatch again: claim them next. */
  assignUnserved(systemOf: (code: string) => string | undefined): Promise<Assignment> {
    return assignUnserved(this.database, systemOf);
  }

  /** Marks deliveries arrived and counts them received, once each; returns only those that arrived just now. */
  recordReceipts(batch: ReceiptBatch): Promise<Arrival[]> {
    return recordReceipts(this.database, batch);
  }

  /** The delivery each query means (by identity, else by issuer, recipient and Code; the newest document wins), in the order of the queries. */
  findDeliveries(queries: readonly DeliveryQuery[]): Promise<(DeliveryFacts | undefined)[]> {
    return findDeliveries(this.database, queries);
  }

  /** Writes judged reports to the history and moves their deliveries on; outcomes in the order of the reports. */
  recordStatuses(batch: StatusBatch): Promise<StatusOutcome[]> {
    return recordStatuses(this.database, batch);
  }
}
