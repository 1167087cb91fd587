import { Logger } from '@nestjs/common';

/** Long enough not to spin while something is away, short against the five seconds in which flow has to resume. */
const FAILED_REST_MS = 250;

/** Does one round of work; true when there may be more to do at once. */
export type Round = () => Promise<boolean>;

/**
 * Repeats rounds of work while there is any, then rests until `ring` or until `everyMs` have passed. Rounds never overlap.
 * A round that fails is said once in the log and tried again after the rest.
 */
export class Rounds {
  private readonly logger: Logger;
  private running: Promise<void> | undefined;
  private rung = false;
  private isClosed = false;
  private failure: string | undefined;
  private wake: (() => void) | undefined;

  constructor(
    name: string,
    private readonly round: Round,
    private readonly everyMs: number,
  ) {
    this.logger = new Logger(name);
  }

  /** Begins; calling it twice is harmless. */
  start(): void {
    this.running ??= this.run();
  }

  /** There is something to do: ends the rest, unless the last round failed. */
  ring(): void {
    this.rung = true;
    if (this.failure === undefined) this.wake?.();
  }

  /** Begins no further round and waits for the one in hand. Calling it twice is harmless. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isClosed) {
      this.rung = false;
      const outcome = await this.try();
      if (outcome === 'failed') await this.rest(FAILED_REST_MS);
      else if (outcome === 'idle' && !this.rung) await this.rest(this.everyMs);
    }
  }

  private async try(): Promise<'busy' | 'idle' | 'failed'> {
    try {
      const goesOn = await this.round();
      if (this.failure !== undefined) this.logger.log('It works again.');
      this.failure = undefined;
      return goesOn ? 'busy' : 'idle';
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      if (failure !== this.failure) this.logger.warn(`${failure} Trying again until it works.`);
      this.failure = failure;
      return 'failed';
    }
  }

  private rest(forMs: number): Promise<void> {
    if (this.isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, forMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
