import { type Measure } from '#wire';
import { Latencies } from './latencies.js';
import { type LoadDocuments } from './load-documents.js';
import { type LoadPlan } from './load-plan.js';
import { Tally } from './tally.js';

/** What the systems of a run write down together: counts, and times from the moment each document was due. */
export class LoadRecord {
  readonly tally: Tally;
  readonly ordinary = new Latencies();
  readonly urgent = new Latencies();
  readonly all = new Latencies();
  /** By the step in which a document was due; empty unless steps are asked for. */
  readonly steps: Latencies[] = [];
  /** Deliveries of documents of earlier runs that still waited for these agencies: they are receipted, and nothing else. */
  readonly earlier = new Set<string>();
  /** Milliseconds by the machine's clock; known once the documents begin. */
  startedAt = 0;
  lastAcceptedAt = 0;
  private readonly numbers = new Map<string, number>();

  constructor(
    readonly plan: LoadPlan,
    readonly documents: LoadDocuments,
  ) {
    this.tally = new Tally(plan);
  }

  /** The number of a document by the hub's id; undefined for a document of another run. */
  numberOf(documentId: string): number | undefined {
    return this.numbers.get(documentId);
  }

  /** The hub's notice of acceptance came back. */
  noteAccepted(number: number, documentId: string | undefined): void {
    if (documentId !== undefined) this.numbers.set(documentId, number);
    if (!this.tally.noteAccepted(number)) return;
    this.lastAcceptedAt = performance.now();
    this.time('acceptance', number);
  }

  /** A copy is with a recipient's system, its body included. */
  noteArrival(number: number, agency: number, copy: { documentId: string; isRedelivered: boolean }): void {
    this.numbers.set(copy.documentId, number);
    if (this.tally.noteArrival(number, agency, copy.isRedelivered)) this.time('arrival', number);
  }

  /** Status 01 of one recipient came back to the sender. */
  noteStatus(number: number, agency: number): void {
    if (this.tally.noteStatus(number, agency)) this.time('status', number);
  }

  private time(measure: Measure, number: number): void {
    const dueMs = this.plan.dueMs(number);
    const ms = performance.now() - this.startedAt - dueMs;
    this.all.note(measure, ms);
    const { everyMs } = this.plan.settings;
    if (everyMs !== undefined) (this.steps[Math.floor(dueMs / everyMs)] ??= new Latencies()).note(measure, ms);
    (this.plan.isUrgent(number) ? this.urgent : this.ordinary).note(measure, ms);
  }
}
