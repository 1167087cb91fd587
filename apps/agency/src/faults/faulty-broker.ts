import { AxisError } from '#core';
import {
  type BatchHandler,
  type BatchLimits,
  Broker,
  type IncomingMessage,
  type OutgoingMessage,
  type Subscription,
  type Verdict,
} from '#broker';
import { type FaultSwitch } from './fault-switch.js';

/** A message is refused at most four times a second: the broker gives it up after its twentieth delivery. */
const REFUSAL_PAUSE_MS = 250;

/**
 * The broker as a system with a fault uses it.
 *
 *   none        as it is
 *   down        consumes nothing, and every publish rejects with BROKER_AWAY
 *   slow        each batch waits `delayMs` before it is handled
 *   reject      each message goes back into its queue, unseen; after 20 times the broker makes it a dead letter
 *   duplicate   each message is published twice
 *   no-ack      each message is taken and held, unseen; when the fault ends it goes back into its queue
 */
export class FaultyBroker extends Broker {
  constructor(
    private readonly broker: Broker,
    private readonly faults: FaultSwitch,
  ) {
    super();
  }

  async publish(message: OutgoingMessage): Promise<void> {
    const { mode } = this.faults.fault;
    if (mode === 'down') throw new AxisError('BROKER_AWAY');
    await this.broker.publish(message);
    if (mode === 'duplicate') await this.broker.publish(message);
  }

  async consume(queue: string, limits: BatchLimits, handler: BatchHandler): Promise<Subscription> {
    const faulty: BatchHandler = (messages) => this.handle(messages, handler);
    const subscription = new InterruptibleSubscription(() => this.broker.consume(queue, limits, faulty), this.faults);
    await subscription.follow();
    return subscription;
  }

  isUp(): boolean {
    return this.faults.fault.mode !== 'down' && this.broker.isUp();
  }

  close(): Promise<void> {
    return this.broker.close();
  }

  private async handle(messages: readonly IncomingMessage[], handler: BatchHandler): Promise<readonly Verdict[]> {
    const { mode, delayMs } = this.faults.fault;
    if (mode === 'slow') await this.hold(delayMs);
    if (mode === 'reject') {
      await this.hold(REFUSAL_PAUSE_MS);
      return messages.map(() => 'retry');
    }
    if (mode === 'no-ack') {
      await this.faults.whileIn('no-ack');
      return messages.map(() => 'retry');
    }
    return handler(messages);
  }

  /** Waits so long, or until the fault is changed. */
  private hold(forMs: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        end();
        resolve();
      };
      const timer = setTimeout(finish, forMs);
      const end = this.faults.onChange(finish);
    });
  }
}

/** A subscription that ends while the system is down and begins again afterwards. */
class InterruptibleSubscription implements Subscription {
  private inner: Subscription | undefined;
  private turn: Promise<void> = Promise.resolve();
  private isClosed = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly begin: () => Promise<Subscription>,
    private readonly faults: FaultSwitch,
  ) {
    this.stopListening = faults.onChange(() => {
      this.follow().catch(() => undefined);
    });
  }

  /** Brings the subscription in line with the fault; one change after the other. */
  follow(): Promise<void> {
    const done = this.turn.then(() => this.align());
    this.turn = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.stopListening();
    await this.follow();
  }

  private async align(): Promise<void> {
    const wanted = !this.isClosed && this.faults.fault.mode !== 'down';
    if (wanted && this.inner === undefined) this.inner = await this.begin();
    if (!wanted && this.inner !== undefined) {
      const inner = this.inner;
      this.inner = undefined;
      await inner.close();
    }
  }
}
