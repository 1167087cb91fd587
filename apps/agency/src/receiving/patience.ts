import { Logger } from '@nestjs/common';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** Thrown to work that was waiting when this process was told to stop. */
export class Stopped extends Error {}

/** Does work over and over while what it needs is away, until it succeeds, fails otherwise, or this process stops. */
export class Patience {
  private readonly logger = new Logger('Patience');
  private readonly waiting = new Set<() => void>();
  private isStopped = false;

  /** `work` must be repeatable. Its messages stay unacknowledged meanwhile, and the full window stops the flow. */
  async outlast<T>(work: () => Promise<T>, isOutage: (error: unknown) => boolean): Promise<T> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await work();
      } catch (error) {
        if (!isOutage(error)) throw error;
        if (pauseMs === FIRST_PAUSE_MS) this.logger.warn(`Waiting: ${String(error)}`);
      }
      await this.pause(pauseMs);
    }
  }

  /** Lets nobody wait any longer. */
  stop(): void {
    this.isStopped = true;
    for (const wake of this.waiting) wake();
  }

  private async pause(forMs: number): Promise<void> {
    if (!this.isStopped)
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          this.waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, forMs);
        this.waiting.add(wake);
      });
    if (this.isStopped) throw new Stopped('This system is stopping.');
  }
}
