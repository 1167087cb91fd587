import { Inject, Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type HubConfig } from '#config';
import { ExchangeService } from '../exchange/exchange.service.js';
import { Gathering } from '../exchange/gathering.js';
import { isNobodysFault } from '../exchange/nobodys-fault.js';
import { type Submission, type SubmissionResult } from '../exchange/submission.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { HubStore } from '#store';

/** Gathers what is submitted over HTTP at about the same time into one batch. */
@Injectable()
export class Collector {
  private readonly gathering: Gathering<Submission, SubmissionResult>;

  constructor(
    exchange: ExchangeService,
    private readonly store: HubStore,
    @Inject(HUB_CONFIG) { batch }: HubConfig,
  ) {
    this.gathering = new Gathering({
      ...batch,
      work: (part) => exchange.accept(part, { broughtOutLater: true }),
      isOutage: (error) => isNobodysFault(error, store),
    });
  }

  /** Resolves once the submission is refused or committed; with the broker away it is brought out later. @throws AxisError STORE_AWAY when it could not be; submit it again */
  async submit(submission: Submission): Promise<SubmissionResult> {
    try {
      return await this.gathering.add(submission);
    } catch (error) {
      throw this.store.isOutage(error) ? new AxisError('STORE_AWAY') : error;
    }
  }
}
