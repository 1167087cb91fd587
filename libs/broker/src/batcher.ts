import { type BatchLimits } from './broker.js';

/** Something that carries a message of so many bytes. */
export interface Sized {
  readonly message: { readonly body: { readonly length: number } };
}

/**
 * Cuts a stream of messages into batches and has at most `limits.inFlight` of them worked on at the same time.
 * A batch is sealed when it is full, when its first message has waited `limits.withinMs`, or when the next message would burst its bytes.
 */
export class Batcher<T extends Sized> {
  private forming: T[] = [];
  private formingBytes = 0;
  private timer: NodeJS.Timeout | undefined;
  private sealed: T[][] = [];
  private running = 0;
  private stopped = false;
  private whenIdle: (() => void)[] = [];

  constructor(
    private readonly limits: BatchLimits,
    /** Must not reject. */
    private readonly work: (batch: T[]) => Promise<void>,
  ) {}

  /** Takes one more message; ignored after `stop`. */
  add(item: T): void {
    if (this.stopped) return;
    const { length } = item.message.body;
    if (this.forming.length > 0 && this.formingBytes + length > this.limits.bytes) this.seal();
    this.forming.push(item);
    this.formingBytes += length;
    if (this.forming.length >= this.limits.size || this.formingBytes >= this.limits.bytes) this.seal();
    else this.timer ??= setTimeout(() => this.seal(), this.limits.withinMs);
  }

  /** Drops what no handler has seen yet; batches in hand go on. */
  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.forming = [];
    this.formingBytes = 0;
    this.sealed = [];
  }

  /** Drops what no handler has seen yet, takes nothing more, and resolves when the batches in hand are done. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.forget();
    if (this.running > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  private seal(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.sealed.push(this.forming);
    this.forming = [];
    this.formingBytes = 0;
    this.startNext();
  }

  private startNext(): void {
    while (this.running < this.limits.inFlight) {
      const batch = this.sealed.shift();
      if (batch === undefined) break;
      this.running++;
      void this.work(batch).finally(() => this.finishOne());
    }
  }

  private finishOne(): void {
    this.running--;
    this.startNext();
    if (this.running === 0) for (const resolve of this.whenIdle.splice(0)) resolve();
  }
}
