/** Direct exchange that takes what systems submit; the only one they may write to. Keys: {@link SUBMISSION_QUEUES}. */
export const SUBMIT = 'truc.submit';

/** Direct exchange that brings documents, statuses and notices into inboxes. Keys: the system's name, and the name with `.urgent`. */
export const DELIVER = 'truc.deliver';

/** Topic exchange of the dead letters. Key: the name of the queue where the message could not be handled. */
export const DEAD = 'truc.dead';

/** The queue of all dead letters; nothing in it expires. */
export const DEAD_QUEUE = 'hub.dead';

/** Header of a dead letter: why it could not be handled. */
export const REASON_HEADER = 'x-truc-reason';

/** Header of a dead letter: the publisher as the broker had checked it, which a republished message cannot state itself. */
export const USER_HEADER = 'x-truc-user';

/** Deliveries of one message before the broker itself moves it to the dead letters: a backstop for consumers that die, not a number of retries. */
export const DELIVERY_LIMIT = 20;

/** The largest message our own broker takes, in bytes; larger bodies travel by claim check. */
export const MAX_MESSAGE_BYTES = 1_048_576;

/** Submission keys and the queues of the hub behind them. */
export const SUBMISSION_QUEUES: Readonly<Record<SubmissionKey, string>> = {
  edoc: 'hub.edoc',
  'edoc.urgent': 'hub.edoc.urgent',
  status: 'hub.status',
  receipt: 'hub.receipt',
};

/** What a system may hand in, as routing key of {@link SUBMIT}. */
export type SubmissionKey = 'edoc' | 'edoc.urgent' | 'status' | 'receipt';

/** Name of a system's inbox queue. */
export function inboxOf(system: string): string {
  return `inbox.${system}`;
}

/** Name of a system's inbox queue for urgent documents; a system's name never ends in `.urgent`, so it cannot be another system's inbox. */
export function urgentInboxOf(system: string): string {
  return `inbox.${system}.urgent`;
}

/** A queue as it stands: messages ready for delivery (not those in a consumer's hands), and its consumers. */
export interface QueueState {
  readonly ready: number;
  readonly consumers: number;
}

/** How long a message took from its publishing, in milliseconds: until the broker had confirmed it, and until it was back. */
export interface RoundTrip {
  readonly confirmedMs: number;
  readonly backMs: number;
}

/** Makes the exchanges and queues of the axis, and tries them. Only the hub's user may; every call may be repeated. */
export abstract class Topology {
  /** Makes the three exchanges, the four submission queues and the dead-letter queue, where missing. */
  abstract declareHub(): Promise<void>;

  /** Makes both inboxes of a system; true when at least one was missing, so that what waits for the system must be dispatched once more. */
  abstract declareInbox(system: string): Promise<boolean>;

  /** Those of these systems that lack an inbox, or the way into one. What was published to them meanwhile may be lost. */
  abstract withoutInbox(systems: readonly string[]): Promise<string[]>;

  /** Deletes both inboxes of a system with everything in them. */
  abstract deleteInbox(system: string): Promise<void>;

  /** The queue as it stands at this moment; undefined when there is none of this name. */
  abstract inspect(queue: string): Promise<QueueState | undefined>;

  /**
   * Sends a message of its own through the broker and has it back, by a queue that is there for nobody else and only so long: the broker takes
   * messages and hands them out. No other queue is touched. Rejects with BROKER_AWAY when not all of it is done within `withinMs` (default 5,000),
   * whichever step the broker leaves unanswered.
   */
  abstract roundTrip(withinMs?: number): Promise<RoundTrip>;
}
