import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { AxisError, isAxisError } from '#core';
import { Broker } from '#broker';
import { HubStore } from '#store';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const BROKER_PAUSE_MS = 250;

/** Raised in work that was waiting for the store when the hub was told to stop. */
export class Stopping extends Error {}

/**
 * Outlasts an outage of store or broker: work that failed because one of them is away waits until it is back and is done
 * once more, so work passed in here must be repeatable. Meanwhile its messages stay unacknowledged and the full prefetch
 * window stops the flow. Other failures pass through at once.
 */
@Injectable()
export class RidingOut implements BeforeApplicationShutdown {
  private readonly logger = new Logger(RidingOut.name);
  private stopping = false;
  /** Since when the store has been away (epoch ms); undefined while it answers. */
  awaySince: number | undefined;

  constructor(
    private readonly store: HubStore,
    private readonly broker: Broker,
  ) {}

  async outages<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (isAxisError(error, 'BROKER_AWAY')) await this.untilBrokerIsUp();
        else if (await this.isOutage(error)) await this.untilStoreAnswers(error);
        else throw error;
      }
    }
  }

  /** Lets nobody wait any longer; work that waits ends with `Stopping`. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Databases have many words for being away: whatever failed while the store does not answer is the outage's fault. */
  private async isOutage(error: unknown): Promise<boolean> {
    if (error instanceof AxisError) return false;
    return this.store.isOutage(error) || !(await this.answers());
  }

  /** Publishing is away while consuming may stand: handing messages back would only use up their deliveries. */
  private async untilBrokerIsUp(): Promise<void> {
    do {
      if (this.stopping) throw new Stopping('The hub is stopping.');
      await new Promise((resolve) => setTimeout(resolve, BROKER_PAUSE_MS));
    } while (!this.broker.isUp());
  }

  private async untilStoreAnswers(cause: unknown): Promise<void> {
    if (this.awaySince === undefined) {
      this.awaySince = Date.now();
      this.logger.error(`The store is away; documents wait at the broker. ${String(cause)}`);
    }
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      if (this.stopping) throw new Stopping('The hub is stopping.');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (await this.answers()) break;
    }
    if (this.awaySince !== undefined)
      this.logger.log(`The store answers again after ${Date.now() - this.awaySince} ms.`);
    this.awaySince = undefined;
  }

  private async answers(): Promise<boolean> {
    try {
      await this.store.probe();
      return true;
    } catch {
      return false;
    }
  }
}
