import { Inject, Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type HubConfig } from '#config';
import { ExchangeService } from '../exchange/exchange.service.js';
import { settleOneByOne } from '../exchange/one-by-one.js';
import { type Submission, type SubmissionResult } from '../exchange/submission.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { HubStore } from '#store';

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (result: SubmissionResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Gathers what comes over HTTP at about the same time into one batch, as the broker does for what comes over it. */
@Injectable()
export class Collector {
  private waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly exchange: ExchangeService,
    private readonly store: HubStore,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  /** Resolves once the submission is refused or committed; with the broker away it is brought out later. @throws AxisError STORE_AWAY when it could not be; submit it again */
  submit(submission: Submission): Promise<SubmissionResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ submission, resolve, reject });
      if (this.waiting.length >= this.config.batch.size) this.flush();
      else this.timer ??= setTimeout(() => this.flush(), this.config.batch.withinMs);
    });
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length > 0) void this.accept(batch);
  }

  private async accept(batch: readonly Waiting[]): Promise<void> {
    try {
      const submissions = batch.map(({ submission }) => submission);
      const settled = await settleOneByOne(
        submissions,
        (part) => this.exchange.accept(part, { broughtOutLater: true }),
        (error) => this.isOutage(error),
      );
      settled.forEach((each, index) => {
        if ('result' in each) batch[index]?.resolve(each.result);
        else batch[index]?.reject(each.poison);
      });
    } catch (error) {
      for (const { reject } of batch) reject(this.store.isOutage(error) ? new AxisError('STORE_AWAY') : error);
    }
  }

  private isOutage(error: unknown): boolean {
    return this.store.isOutage(error) || (error instanceof AxisError && error.entry.kind === 'outage');
  }
}
