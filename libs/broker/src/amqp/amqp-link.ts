import { setTimeout as pause } from 'node:timers/promises';
import { type ChannelModel, connect } from 'amqplib';
import { settlesWithin } from '#core';

/** One connection to RabbitMQ, kept alive. */
export interface AmqpLinkOptions {
  readonly url: string;
  readonly name: string;
  readonly log: (line: string) => void;
  /** Makes on a new connection all that is needed there; the link is up once it has resolved. If it rejects, the connection is dropped and tried again. */
  readonly setUp: (model: ChannelModel) => Promise<void>;
  /** The connection that was set up is gone. */
  readonly onDown: (reason: Error) => void;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 1000;
const CONNECT_WITHIN_MS = 5000;
const CLOSE_WITHIN_MS = 5000;

/**
 * Keeps one connection to RabbitMQ: connects, sets up, and when the connection goes begins again, for ever, at most a second apart.
 *
 * In place of amqplib's own `recovery`, which waits without limit for the answer to its polite close when a set-up fails, and so never tries again
 * when the socket dies in that moment; and which does not see a connection that ends during its set-up.
 */
export class AmqpLink {
  private latest: ChannelModel | undefined;
  private current: ChannelModel | undefined;
  private isClosing = false;
  private readonly wakeUp = new AbortController();
  private running: Promise<void> | undefined;
  private firstAttemptDone!: () => void;
  /** Resolves when the first attempt has succeeded or failed. */
  readonly firstAttempt = new Promise<void>((resolve) => (this.firstAttemptDone = resolve));
  /** Why the latest attempt or connection ended. */
  lastFailure: Error | undefined;

  constructor(private readonly options: AmqpLinkOptions) {}

  /** The connection that stands and is set up. */
  get model(): ChannelModel | undefined {
    return this.current;
  }

  /** Begins to connect; once. */
  start(): void {
    this.running ??= this.run();
  }

  /** Gives up the present connection, so that everything is made anew on the next. */
  drop(reason: string): void {
    this.options.log(`${this.options.name}: dropping the connection: ${reason}`);
    this.latest?.close().catch(() => undefined);
  }

  /** Closes the connection and connects no more. Calling it twice is harmless. */
  async close(): Promise<void> {
    this.isClosing = true;
    this.wakeUp.abort();
    this.latest?.close().catch(() => undefined);
    await settlesWithin(CLOSE_WITHIN_MS, Promise.resolve(this.running));
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.isClosing;) {
      const wasUp = await this.runOnce();
      this.firstAttemptDone();
      failures = wasUp ? 0 : failures + 1;
      const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
      await pause(delay, undefined, { signal: this.wakeUp.signal }).catch(() => undefined);
    }
  }

  /** One connection from its beginning to its end; whether it ever stood. */
  private async runOnce(): Promise<boolean> {
    try {
      const model = (this.latest = await this.connectOnce());
      const ended = endOf(model);
      if (this.isClosing) model.close().catch(() => undefined);
      if (!(await this.setUpOrEnd(model, ended))) return false;
      this.current = model;
      this.firstAttemptDone();
      this.options.log(`${this.options.name}: connected to RabbitMQ.`);
      this.lastFailure = await ended;
      this.current = undefined;
      if (!this.isClosing) this.options.log(`${this.options.name}: connection lost: ${this.lastFailure.message}`);
      this.options.onDown(this.lastFailure);
      return true;
    } catch (error) {
      this.noteFailure(error);
      return false;
    }
  }

  private async setUpOrEnd(model: ChannelModel, ended: Promise<Error>): Promise<boolean> {
    const outcome = await Promise.race([this.options.setUp(model).then(() => 'ready' as const, asError), ended]);
    if (outcome === 'ready') return true;
    model.close().catch(() => undefined);
    this.noteFailure(outcome);
    this.options.onDown(outcome);
    return false;
  }

  private async connectOnce(): Promise<ChannelModel> {
    const url = new URL(this.options.url);
    if (!url.searchParams.has('heartbeat')) url.searchParams.set('heartbeat', '10');
    const model = await connect(url.href, {
      noDelay: true,
      keepAlive: true,
      timeout: CONNECT_WITHIN_MS,
      clientProperties: { connection_name: this.options.name },
    });
    model.on('error', (error) => (this.lastFailure = error));
    return model;
  }

  private noteFailure(reason: unknown): void {
    const failure = asError(reason);
    if (failure.message !== this.lastFailure?.message)
      this.options.log(`${this.options.name}: not connected: ${failure.message}`);
    this.lastFailure = failure;
  }
}

function endOf(model: ChannelModel): Promise<Error> {
  return new Promise((resolve) => model.on('close', (error) => resolve(error ?? new Error('Connection closed'))));
}

function asError(reason: unknown): Error {
  if (reason instanceof AggregateError) return asError(reason.errors[0]);
  return reason instanceof Error ? reason : new Error(String(reason));
}
