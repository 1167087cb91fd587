import { type BatchLimits } from './broker.js';

/** Something that carries a message of so many bytes. */
export interface Sized {
  readonly message: { readonly body: { readonly length: number } };
}

/**
 * Cuts a stream of messages into batches and has at most `limits.inFlight` of them worked on at the same time.
 * A batch is sealed when it is full, when the next message would burst its bytes, or when its first message has waited `limits.withinMs` and
 * there is a place for it: while all places are taken it goes on filling, so that batches grow with the load.
 */
export class Batcher<T extends Sized> {
  private forming: T[] = [];
  private formingBytes = 0;
  private timer: NodeJS.Timeout | undefined;
  /** The batch that is forming has waited long enough. */
  private isDue = false;
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
    else this.timer ??= setTimeout(() => this.fallDue(), this.limits.withinMs);
  }

  /** Drops what no handler has seen yet; batches in hand go on. */
  forget(): void {
    this.formAnew();
    this.sealed = [];
  }

  /** Drops what no handler has seen yet, takes nothing more, and resolves when the batches in hand are done. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.forget();
    if (this.running > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  private fallDue(): void {
    this.isDue = true;
    this.startNext();
  }

  private seal(): void {
    this.sealed.push(this.forming);
    this.formAnew();
    this.startNext();
  }

  private formAnew(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isDue = false;
    this.forming = [];
    this.formingBytes = 0;
  }

  private startNext(): void {
    while (this.running < this.limits.inFlight) {
      const batch = this.sealed.shift() ?? this.takeDue();
      if (batch === undefined) break;
      this.running++;
      void this.work(batch).finally(() => this.finishOne());
    }
  }

  private takeDue(): T[] | undefined {
    if (!this.isDue) return undefined;
    const due = this.forming;
    this.formAnew();
    return due;
  }

  private finishOne(): void {
    this.running--;
    this.startNext();
    if (this.running === 0) for (const resolve of this.whenIdle.splice(0)) resolve();
  }
}
