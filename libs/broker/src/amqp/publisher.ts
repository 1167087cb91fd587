import { type ChannelModel, type ConfirmChannel, type Message, type Options } from 'amqplib';
import { AxisError } from '#core';
import { type WireMessage } from '../dead-letter.js';
import { WaitingLine } from './waiting-line.js';

/** The limits of a publisher, and the user it states. */
export interface PublisherOptions {
  readonly userId: string | undefined;
  readonly window: number;
  readonly waitForBrokerMs: number;
  readonly maxMessageBytes: number;
}

/** A message whose publisher waits. */
interface Pending {
  readonly message: WireMessage;
  readonly since: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  isReturned: boolean;
}

const SWEEP_EVERY_MS = 50;

/**
 * Publishes with confirms. At most `window` messages are under way; the others wait in line, also while the socket is full and while RabbitMQ
 * is short of disk or memory ("blocked").
 *
 * | what RabbitMQ answers          | what becomes of the publish                                   |
 * |--------------------------------|---------------------------------------------------------------|
 * | ack                            | resolves                                                      |
 * | return, then ack               | UNROUTABLE                                                    |
 * | nack, or the connection ends   | BROKER_AWAY: nobody knows whether it was taken; publish again |
 * | nothing, being away            | BROKER_AWAY, after `waitForBrokerMs` in line                  |
 */
export class Publisher {
  private channel: ConfirmChannel | undefined;
  private readonly underWay = new Set<Pending>();
  private readonly line = new WaitingLine<Pending>();
  private isFull = false;
  private isClosed = false;
  private sweeper: NodeJS.Timeout | undefined;
  private reason: Error | undefined;
  /** RabbitMQ takes nothing at the moment. */
  isBlocked = false;

  constructor(
    private readonly options: PublisherOptions,
    /** The channel ended though the connection stands. */
    private readonly onChannelLost: (reason: string) => void,
  ) {}

  get isUp(): boolean {
    return this.channel !== undefined;
  }

  /** Resolves when the message is confirmed. */
  publish(message: WireMessage): Promise<void> {
    const { maxMessageBytes, waitForBrokerMs } = this.options;
    const bytes = message.body.byteLength;
    if (bytes > maxMessageBytes)
      return Promise.reject(new AxisError('BODY_INLINE_TOO_LARGE', { bytes, limit: maxMessageBytes }));
    if (this.isClosed || (this.channel === undefined && waitForBrokerMs === 0)) return Promise.reject(this.away());
    return new Promise((resolve, reject) => {
      const pending: Pending = { message, since: Date.now(), resolve, reject, isReturned: false };
      if (this.line.length === 0 && this.canSend()) this.send(pending);
      else this.waitInLine(pending);
    });
  }

  /** Makes the channel on a new connection. */
  async setUp(model: ChannelModel): Promise<void> {
    model.on('blocked', () => (this.isBlocked = true));
    model.on('unblocked', () => {
      this.isBlocked = false;
      this.sendWaiting();
    });
    const channel = await model.createConfirmChannel();
    channel.on('error', (error) => {
      this.reason = error;
      this.onChannelLost(error.message);
    });
    channel.on('return', (returned) => this.noteReturned(returned));
    channel.on('drain', () => {
      this.isFull = false;
      this.sendWaiting();
    });
    // Before amqplib's own listener, which fails what is under way: nothing may then be sent on this channel in its place.
    channel.prependListener('close', () => {
      if (this.channel === channel) this.channel = undefined;
    });
    this.isFull = false;
    this.isBlocked = false;
    this.reason = undefined;
    this.channel = channel;
    this.sendWaiting();
  }

  /** The connection is gone. What was under way has been rejected by the end of its channel. */
  tearDown(reason: Error): void {
    this.channel = undefined;
    this.isBlocked = false;
    this.reason ??= reason;
    this.startSweeping();
  }

  /** Takes nothing more, waits for the confirms under way up to `withinMs`, and rejects the rest with BROKER_AWAY. */
  async close(withinMs: number): Promise<void> {
    this.isClosed = true;
    const deadline = Date.now() + withinMs;
    while (this.isUp && this.underWay.size + this.line.length > 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    clearInterval(this.sweeper);
    for (const pending of [...this.underWay, ...this.line.takeAll()]) pending.reject(this.away());
    this.underWay.clear();
  }

  private canSend(): boolean {
    return this.channel !== undefined && !this.isFull && !this.isBlocked && this.underWay.size < this.options.window;
  }

  private send(pending: Pending): void {
    const { message } = pending;
    this.underWay.add(pending);
    try {
      const body = asBuffer(message.body);
      const confirmed = (error: unknown): void => this.settle(pending, error);
      this.isFull = !this.channel!.publish(message.exchange, message.key, body, this.properties(message), confirmed);
    } catch (error) {
      this.underWay.delete(pending);
      pending.reject(this.channel === undefined ? this.away() : (error as Error));
    }
  }

  private properties(message: WireMessage): Options.Publish {
    const properties: Options.Publish = { persistent: true, mandatory: message.mandatory ?? true };
    if (message.messageId !== undefined) properties.messageId = message.messageId;
    if (message.type !== undefined) properties.type = message.type;
    if (message.contentType !== undefined) properties.contentType = message.contentType;
    if (message.headers !== undefined) properties.headers = message.headers;
    if (message.bcc !== undefined && message.bcc.length > 0) properties.BCC = message.bcc as string[];
    if (this.options.userId !== undefined) properties.userId = this.options.userId;
    return properties;
  }

  private settle(pending: Pending, error: unknown): void {
    this.underWay.delete(pending);
    const { key, exchange, messageId } = pending.message;
    if (error) pending.reject(this.away());
    else if (pending.isReturned) pending.reject(new AxisError('UNROUTABLE', { key, exchange, messageId }));
    else pending.resolve();
    this.sendWaiting();
  }

  /** A message comes back before its confirm, and in the order of publishing: it is the oldest of these names that has not come back yet. */
  private noteReturned({ fields, properties }: Message): void {
    for (const pending of this.underWay) {
      const { message } = pending;
      const isIt =
        message.messageId === properties.messageId &&
        message.key === fields.routingKey &&
        message.exchange === fields.exchange;
      if (!isIt || pending.isReturned) continue;
      pending.isReturned = true;
      return;
    }
  }

  private waitInLine(pending: Pending): void {
    this.line.push(pending);
    if (this.channel === undefined) this.startSweeping();
  }

  private sendWaiting(): void {
    while (this.line.length > 0 && this.canSend()) this.send(this.line.shift()!);
  }

  /** While the broker is away, rejects those who have waited long enough; one timer for all. */
  private startSweeping(): void {
    if (this.sweeper !== undefined || this.isClosed) return;
    this.sweeper = setInterval(() => {
      const oldestAllowed = Date.now() - this.options.waitForBrokerMs;
      while (this.channel === undefined && (this.line.first?.since ?? Infinity) <= oldestAllowed)
        this.line.shift()!.reject(this.away());
      if (this.channel !== undefined || this.line.length === 0) this.stopSweeping();
    }, SWEEP_EVERY_MS);
  }

  private stopSweeping(): void {
    clearInterval(this.sweeper);
    this.sweeper = undefined;
  }

  private away(): AxisError {
    return new AxisError('BROKER_AWAY', { reason: this.reason?.message }, { cause: this.reason });
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
