import { type LoadPlan } from './load-plan.js';

/** One document to one recipient, both by number. */
export interface PlannedDelivery {
  readonly document: number;
  readonly agency: number;
}

/** What became of the documents handed in, as the systems of the run saw it. */
export interface Reckoned {
  /** Documents that were due, and their deliveries. */
  readonly documents: number;
  readonly deliveries: number;
  readonly accepted: number;
  readonly refused: number;
  /** Deliveries of refused documents: nothing comes of them. */
  readonly refusedDeliveries: number;
  /** Documents of which no notice came. */
  readonly unanswered: number;
  readonly arrived: number;
  /** Deliveries of documents not refused that never came, and those that came twice. */
  readonly lost: readonly PlannedDelivery[];
  readonly doubled: readonly PlannedDelivery[];
  /** Deliveries that arrived and of which the sender never heard. */
  readonly statusesLost: number;
  /** Copies that RabbitMQ handed out once more, and said so: every system knows them by document and recipient. */
  readonly redelivered: number;
  /** Deliveries to an agency the document was not for. */
  readonly misdirected: number;
  /** Code and detail of the first refusal. */
  readonly firstRefusal: string | undefined;
}

const REFUSED = 2;

/** Counts each document and each delivery by itself: what is counted once too often or never is found. */
export class Tally {
  private readonly answers: Uint8Array;
  private readonly arrivals: Map<number, number>[] = [];
  private readonly statuses: Set<number>[] = [];
  private redelivered = 0;
  private misdirected = 0;
  private firstRefusal: string | undefined;
  accepted = 0;
  refused = 0;
  arrived = 0;
  reported = 0;
  private refusedDeliveries = 0;

  constructor(private readonly plan: LoadPlan) {
    this.answers = new Uint8Array(plan.documents);
  }

  /** Whether this is the first answer to the document. */
  noteAccepted(document: number): boolean {
    if (this.answers[document] !== 0) return false;
    this.answers[document] = 1;
    this.accepted += 1;
    return true;
  }

  noteRefused(document: number, reason: string): void {
    this.firstRefusal ??= reason;
    if (this.answers[document] !== 0) return;
    this.answers[document] = REFUSED;
    this.refused += 1;
    this.refusedDeliveries += this.plan.recipientsOf(document).length;
  }

  /** Whether this is the first time. A copy handed out again counts as doubled only if RabbitMQ did not say that it is one. */
  noteArrival(document: number, agency: number, isRedelivered: boolean): boolean {
    if (!this.plan.recipientsOf(document).includes(agency)) {
      this.misdirected += 1;
      return false;
    }
    const counts = (this.arrivals[document] ??= new Map<number, number>());
    const before = counts.get(agency) ?? 0;
    if (before > 0 && isRedelivered) {
      this.redelivered += 1;
      return false;
    }
    counts.set(agency, before + 1);
    if (before > 0) return false;
    this.arrived += 1;
    return true;
  }

  /** Whether this is the first time. */
  noteStatus(document: number, agency: number): boolean {
    const heard = (this.statuses[document] ??= new Set<number>());
    if (heard.has(agency)) return false;
    heard.add(agency);
    this.reported += 1;
    return true;
  }

  /** What still may come of so many documents with so many deliveries: answers, deliveries and statuses. */
  outstanding(documents: number, deliveries: number): number {
    const { accepted, refused, arrived, reported, refusedDeliveries } = this;
    return documents - accepted - refused + 2 * (deliveries - refusedDeliveries) - arrived - reported;
  }

  /** The reckoning over the first `documents`, those that were due. */
  reckon(documents: number): Reckoned {
    const planned = this.deliveriesOf(documents);
    const came = planned.filter((delivery) => this.copiesOf(delivery) > 0);
    return {
      ...this.counts(documents),
      lost: planned.filter((each) => this.copiesOf(each) === 0 && this.answers[each.document] !== REFUSED),
      doubled: came.filter((delivery) => this.copiesOf(delivery) > 1),
      statusesLost: came.filter(({ document, agency }) => this.statuses[document]?.has(agency) !== true).length,
    };
  }

  private deliveriesOf(documents: number): PlannedDelivery[] {
    const numbers = Array.from({ length: documents }, (_, document) => document);
    return numbers.flatMap((document) => this.plan.recipientsOf(document).map((agency) => ({ document, agency })));
  }

  private copiesOf({ document, agency }: PlannedDelivery): number {
    return this.arrivals[document]?.get(agency) ?? 0;
  }

  private counts(documents: number): Omit<Reckoned, 'lost' | 'doubled' | 'statusesLost'> {
    const { accepted, refused, refusedDeliveries, arrived, redelivered, misdirected, firstRefusal } = this;
    return {
      ...{ documents, deliveries: this.plan.deliveriesOf(documents), unanswered: documents - accepted - refused },
      ...{ accepted, refused, refusedDeliveries, arrived, redelivered, misdirected, firstRefusal },
    };
  }
}
