import { Logger } from '@nestjs/common';

/** Work done again and again: never twice at once, a failure is logged and the next round tries again. */
export class Rounds {
  private readonly logger = new Logger(Rounds.name);
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  start(): void {
    if (!this.closed) this.timer = setTimeout(() => void this.round(), this.everyMs);
  }

  /** Does a round now, or joins the one that is under way. Never rejects. */
  async now(): Promise<void> {
    this.current ??= this.attempt().finally(() => (this.current = undefined));
    await this.current;
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
    } catch (error) {
      if (!this.closed)
        this.logger.warn(`The ${this.name} did not get through; the next round tries again. ${String(error)}`);
    }
  }
}
