import { Logger } from '@nestjs/common';
import { type Words } from '#core';

/** A round may be so much later than it is due before somebody should look. */
const LATE_MS = 60_000;

/** Work done again and again: never twice at once, a failure is logged and the next round tries again. */
export class Rounds {
  private readonly logger = new Logger(Rounds.name);
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> | undefined;
  private closed = false;
  private startedAt: number | undefined;
  private doneAt: number | undefined;

  constructor(
    readonly name: Words,
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  /** When a round last got through, epoch milliseconds; undefined before the first. */
  get lastDoneAt(): number | undefined {
    return this.doneAt;
  }

  start(): void {
    this.startedAt ??= Date.now();
    if (!this.closed) this.timer = setTimeout(() => void this.round(), this.everyMs);
  }

  /** Does a round now, or joins the one that is under way. Never rejects. */
  async now(): Promise<void> {
    this.current ??= this.attempt().finally(() => (this.current = undefined));
    await this.current;
  }

  /** Whether at a moment (epoch milliseconds) a round should have got through more than a minute ago. */
  isLate(at: number): boolean {
    const since = this.doneAt ?? this.startedAt;
    return since !== undefined && at - since > this.everyMs + LATE_MS;
  }

  /** No further round begins; resolves when the one under way is over. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.current;
  }

  private async round(): Promise<void> {
    await this.now();
    this.start();
  }

  private async attempt(): Promise<void> {
    try {
      await this.work();
      this.doneAt = Date.now();
    } catch (error) {
      if (!this.closed)
        this.logger.warn(`The ${this.name.en} did not get through; the next round tries again. ${String(error)}`);
    }
  }
}
