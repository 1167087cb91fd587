import { Injectable } from '@nestjs/common';
import { hanoiDay } from '#core';
import { type AcceptOutcome, HubStore, type Lane, type NewDocument, type NewRefusal } from '#store';
import { HubMetrics } from '../metrics/hub-metrics.js';
import { FailPoints } from './fail-points.js';
import { asStored } from './outcomes.js';

/** What one transaction is to write. `at` is the hub's clock, epoch milliseconds. */
export interface AcceptanceBatch {
  readonly at: number;
  readonly documents: readonly NewDocument[];
  readonly refusals: readonly NewRefusal[];
  readonly lane: Lane;
}

/** How long whoever accepted a document has it for itself to dispatch it, before a sweep takes it over. */
export const LEASE_MS = 30_000;

/** Writes what is accepted and what is refused. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly store: HubStore,
    private readonly failPoints: FailPoints,
    private readonly metrics: HubMetrics,
  ) {}

  /** One transaction; outcomes in the order of the documents. */
  async write({ at, documents, refusals, lane }: AcceptanceBatch): Promise<AcceptOutcome[]> {
    const beforeCommit = (): void => this.failPoints.reach('before-commit');
    const batch = { at, day: hanoiDay(at), documents, refusals, beforeCommit, leaseMs: LEASE_MS };
    const outcomes = await this.store.exchange.acceptBatch(batch, lane);
    this.failPoints.reach('after-commit');
    this.metrics.acceptedTogether(outcomes.filter(({ outcome }) => outcome === 'new').length);
    return outcomes;
  }

  /** Records refusals that only the transaction could find: an identity or key that is taken. */
  async refuse(refusals: readonly NewRefusal[], at: number): Promise<void> {
    if (refusals.length > 0) await this.store.refusals.record({ at, day: hanoiDay(at), refusals });
  }

  /** The outcome that writing the document now would have, as far as its identity decides it. */
  async foresee(document: NewDocument): Promise<AcceptOutcome> {
    const first = await this.store.documents.findByIdentity(document.identityKey);
    if (first === undefined) return { outcome: 'new' };
    const isRepeat = first.system === document.system && first.sha256 === document.body.sha256;
    return { outcome: isRepeat ? 'repeat' : 'taken', first: asStored(first) };
  }
}
