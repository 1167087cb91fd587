/*
 * Words of this library.
 *
 * message       what travels: a body, a type, an id and headers
 * publish       to hand a message to the broker; done when the broker has confirmed that it holds it on disk
 * batch         messages handed to a handler together
 * verdict       what the handler says about one message of its batch; the broker settles the message by it
 * dead letters  the queue `hub.dead`, where a message lies that nobody could handle, whole and with its reason
 */

/** What a message is; the receiver picks its reader by it. */
export type MessageType = 'edoc' | 'status' | 'receipt' | 'notice' | 'arrived';

/** Values that survive the way through an AMQP header table unchanged. */
export type HeaderValue = string | number | boolean;

/** A message on its way out. Always persistent: there is no way to ask for less. */
export interface OutgoingMessage {
  readonly exchange: string;
  readonly key: string;
  /** Further routing keys; the message goes to each once, and no receiver sees them. Keep all headers together under 32 KB. */
  readonly bcc?: readonly string[] | undefined;
  readonly body: Uint8Array;
  readonly messageId: string;
  readonly type: MessageType;
  readonly contentType?: string | undefined;
  readonly headers?: Readonly<Record<string, HeaderValue>> | undefined;
  /** Reject with UNROUTABLE when not one of the keys leads to a queue (default true). One missing queue among several keys goes unnoticed. */
  readonly mandatory?: boolean | undefined;
}

/** A message as it came out of a queue. */
export interface IncomingMessage {
  readonly queue: string;
  readonly key: string;
  readonly body: Buffer;
  readonly messageId: string | undefined;
  /** The publisher's user name as the broker has checked it; undefined when the publisher did not state it, which proves nothing. */
  readonly userId: string | undefined;
  readonly type: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** True when some consumer was handed this message before. */
  readonly redelivered: boolean;
}

/**
 * What becomes of a message. `done`: it leaves the queue. `retry`: it goes back into the queue and counts as one delivery more.
 * `dead`: it is published to the dead letters with this reason, and leaves the queue once that is confirmed.
 */
export type Verdict = 'done' | 'retry' | { readonly dead: string };

/** How messages are grouped for a handler; a batch is handed over as soon as the first of the limits is met and the handler has a place for it. */
export interface BatchLimits {
  /** Messages in a batch, at most. */
  readonly size: number;
  /** How long the first message of a batch waits for company, in milliseconds; longer while the handler has no place. */
  readonly withinMs: number;
  /** Bytes of all bodies in a batch; a single body above it makes a batch of its own. */
  readonly bytes: number;
  /** Batches in the hands of the handler at the same time, at most. */
  readonly inFlight: number;
}

/** Returns one verdict for each message, in the order of the messages. */
export type BatchHandler = (messages: readonly IncomingMessage[]) => Promise<readonly Verdict[]>;

/** A running consumer. */
export interface Subscription {
  /** Takes no further messages, waits until the batches in hand are settled, then lets go of the rest. Calling it twice is harmless. */
  close(): Promise<void>;
}

/** Carries messages at least once, in no promised order. */
export abstract class Broker {
  /**
   * Resolves when the broker has taken the message on itself; until then the caller still owns it. Rejects with UNROUTABLE when nobody
   * would get it, with BROKER_AWAY when it is not known to be taken (publish it again), with BODY_INLINE_TOO_LARGE when it is above the broker's limit.
   */
  abstract publish(message: OutgoingMessage): Promise<void>;

  /**
   * Hands over batches within `limits` and settles each message by its verdict. A handler that throws, or returns another number of verdicts,
   * means `retry` for all. While a handler is pending its messages stay in the queue. Goes on by itself after an outage, and after the queue was
   * deleted and made again. Resolves after the first attempt to subscribe; rejects with FORBIDDEN when this user may not read the queue.
   */
  abstract consume(queue: string, limits: BatchLimits, handler: BatchHandler): Promise<Subscription>;

  /** Whether a message published now would reach the broker. */
  abstract isUp(): boolean;

  /** Takes no more work, waits for the work in hand, then lets go. Calling it twice is harmless. */
  abstract close(): Promise<void>;
}
