import { Injectable } from '@nestjs/common';
import { AxisError, hanoiIso } from '#core';
import { type SubmissionAnswer } from '#wire';
import { type Request } from 'express';
import { ExchangeService } from '../exchange/exchange.service.js';
import { recipientResult } from '../exchange/notices.js';
import { type SubmissionResult } from '../exchange/submission.js';
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
    const body = await this.incoming.of(request);
    return this.answer(await this.collector.submit({ system, key, body }));
  }

  /** The answer `submit` would give; nothing is accepted, recorded or counted. */
  async rehearse(system: string, request: Request): Promise<SubmissionAnswer> {
    const body = await this.incoming.of(request);
    const { identity, repeated, recipients } = this.answer(
      await this.exchange.rehearse({ system, key: 'dry-run', body }),
    );
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
