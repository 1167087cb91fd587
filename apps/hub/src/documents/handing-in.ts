import { Injectable } from '@nestjs/common';
import { AxisError, hanoiIso } from '#core';
import { type DocumentRecord } from '#store';
import { type SubmissionAnswer } from '#wire';
import { type Request } from 'express';
import { ExchangeService } from '../exchange/exchange.service.js';
import { recipientResult } from '../exchange/notices.js';
import { asStored, repeatOf } from '../exchange/outcomes.js';
import { type Submission, type SubmissionResult } from '../exchange/submission.js';
import { Roster } from '../registry/roster.js';
import { Collector } from './collector.js';
import { IncomingBody } from './incoming-body.js';

/** Takes documents over HTTP. */
@Injectable()
export class HandingIn {
  constructor(
    private readonly incoming: IncomingBody,
    private readonly collector: Collector,
    private readonly exchange: ExchangeService,
    private readonly roster: Roster,
  ) {}

  /** @throws AxisError with the rule that refuses the document, IDEMPOTENCY_KEY_MISSING, BODY_TOO_LARGE, STORE_AWAY */
  async submit(system: string, key: string, request: Request): Promise<SubmissionAnswer> {
    if (key === '') throw new AxisError('IDEMPOTENCY_KEY_MISSING');
    return this.take({ system, key, body: await this.incoming.of(request) });
  }

  /** The answer `submit` would give; nothing is accepted, recorded or counted. */
  async rehearse(system: string, request: Request): Promise<SubmissionAnswer> {
    return this.foresee({ system, key: 'dry-run', body: await this.incoming.of(request) });
  }

  /** A submission whose body is here. @throws AxisError with the rule that refuses the document, STORE_AWAY */
  async take(submission: Submission): Promise<SubmissionAnswer> {
    return this.answer(await this.collector.submit(submission));
  }

  /** What the sender of a repeat of this document is answered. */
  again(first: DocumentRecord): SubmissionAnswer {
    return this.answer(repeatOf(asStored(first)));
  }

  /** The answer `take` would give; nothing is accepted, recorded or counted. */
  async foresee(submission: Submission): Promise<SubmissionAnswer> {
    const { identity, repeated, recipients } = this.answer(await this.exchange.rehearse(submission));
    return { identity, repeated, recipients };
  }

  private answer(result: SubmissionResult): SubmissionAnswer {
    if (result.outcome === 'refused') throw result.error;
    return {
      documentId: result.documentId,
      identity: result.identity,
      acceptedAt: hanoiIso(result.acceptedAt),
      repeated: result.outcome === 'repeated',
      recipients: result.recipients.map((each) => ({
        ...recipientResult(each),
        ...(each.system === undefined ? {} : { system: each.system }),
        ...named(this.roster.nameOf(each.code)),
      })),
    };
  }
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}
