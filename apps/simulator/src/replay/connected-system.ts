import {
  AmqpBroker,
  type BatchLimits,
  type IncomingMessage,
  inboxOf,
  type OutgoingMessage,
  type SubmissionKey,
  SUBMIT,
  urgentInboxOf,
  type Verdict,
} from '#broker';
import { hanoiIso, isUrgent } from '#core';
import { HEADER, type NoticeResult, noticeSchema, readMessage, type Receipts, writeMessage } from '#wire';
import { publishSurely } from '../persistence.js';
import { addresseesAt } from './addressees-at.js';
import { edxmlOf } from './edxml-of.js';
import { arrivalAt } from './plan/office-life.js';
import { type PlannedSubmission } from './plan/planned.js';

/** What a system of the replay is told, and whom it tells. */
export interface SystemOptions {
  readonly url: string;
  readonly name: string;
  readonly lastDays: ReadonlySet<string>;
  /** Key of a submission by its place, and back. */
  readonly keyOf: (submission: PlannedSubmission) => string;
  readonly onAnswers: (results: readonly NoticeResult[]) => void;
  /** So many deliveries are in this system, their receipt is with the broker. */
  readonly onTaken: (deliveries: number) => void;
  readonly log: (line: string) => void;
}

/** What comes within this time is receipted together: with 94 systems, many small messages would be most of the hub's work. */
const LIMITS: BatchLimits = { size: 256, withinMs: 1_000, bytes: 8 * 1024 * 1024, inFlight: 1 };
const WAIT_FOR_BROKER_MS = 5_000;

/**
 * A connected system without a store: submits what the plan says, acknowledges a delivery once its receipt is with the broker. What it
 * is killed over comes again, and is receipted again with the same time.
 */
export class ConnectedSystem {
  private readonly over = new AbortController();

  private constructor(
    private readonly broker: AmqpBroker,
    private readonly options: SystemOptions,
  ) {}

  static async open(options: SystemOptions): Promise<ConnectedSystem> {
    const { url, name, log } = options;
    const broker = await AmqpBroker.open({ url, userId: name, name, waitForBrokerMs: WAIT_FOR_BROKER_MS, log });
    const system = new ConnectedSystem(broker, options);
    for (const queue of [urgentInboxOf(name), inboxOf(name)]) {
      await broker.consume(queue, LIMITS, (messages) => system.take(messages));
    }
    return system;
  }

  /** Resolves when the broker holds the submission, however long that takes. */
  async submit(submission: PlannedSubmission): Promise<void> {
    const message = {
      exchange: SUBMIT,
      key: keyFor(submission),
      type: submission.kind,
      body: edxmlOf(submission),
      messageId: this.options.keyOf(submission),
      headers: { [HEADER.simulatedAt]: hanoiIso(submission.at) },
    };
    try {
      await this.publish(message);
    } catch (error) {
      // What the broker has not taken when the run ends is submitted by the next one.
      if (!this.over.signal.aborted) throw error;
    }
  }

  close(): Promise<void> {
    this.over.abort();
    return this.broker.close();
  }

  private async take(messages: readonly IncomingMessage[]): Promise<Verdict[]> {
    const receipts = messages.filter(({ type }) => type === 'edoc').map((message) => this.receiptOf(message));
    if (receipts.length > 0) {
      const body = writeMessage({ receipts });
      const messageId = `${receipts[0]?.documentId} ${receipts.length}`;
      await this.publish({ exchange: SUBMIT, key: 'receipt', type: 'receipt', body, messageId });
      this.options.onTaken(receipts.reduce((sum, { recipients }) => sum + recipients.length, 0));
    }
    const notices = messages.filter(({ type }) => type === 'notice');
    if (notices.length > 0) {
      this.options.onAnswers(notices.flatMap(({ body }) => readMessage(noticeSchema, body).results));
    }
    return messages.map(() => 'done');
  }

  private receiptOf({ messageId = '', headers }: IncomingMessage): Receipts['receipts'][number] {
    const { name, lastDays } = this.options;
    const recipients = addresseesAt(name, String(headers[HEADER.for]));
    const acceptedAt = Date.parse(String(headers[HEADER.acceptedAt]));
    const at = arrivalAt(String(headers[HEADER.identity]), name, acceptedAt, lastDays);
    return { documentId: messageId, recipients, at: hanoiIso(at) };
  }

  /** Until it is closed: then an outage is not waited for any more. */
  private publish(message: OutgoingMessage): Promise<void> {
    return publishSurely(this.broker, message, this.over.signal);
  }
}

function keyFor(submission: PlannedSubmission): SubmissionKey {
  if (submission.kind === 'status') return 'status';
  return isUrgent(submission.paper.priority) ? 'edoc.urgent' : 'edoc';
}
