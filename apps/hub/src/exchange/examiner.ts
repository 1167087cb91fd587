import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type NewDocument } from '#store';
import { v7 as uuid } from 'uuid';
import { Roster } from '../registry/roster.js';
import { BodyReading } from './body-reading.js';
import { examine } from './examine.js';
import { refuseLocked } from './refuse-locked.js';
import { SimulatedTime } from './simulated-time.js';
import { type Submission } from './submission.js';

/** An idempotency key that every store can hold: 1 to 200 characters, none of them a control character. */
const KEY = /^[^\p{Cc}]{1,200}$/u;

/** A submission with what the rules say of it: fit to be accepted, or refused. */
export type Examined =
  | { readonly submission: Submission; readonly document: NewDocument }
  | { readonly submission: Submission; readonly refusal: AxisError; readonly sha256: string };

/** Reads submissions and holds them against the rules. Only refusals are caught: an outage or a bug passes through. */
@Injectable()
export class Examiner {
  constructor(
    private readonly reading: BodyReading,
    private readonly roster: Roster,
    private readonly simulatedTime: SimulatedTime,
  ) {}

  async examine(submission: Submission): Promise<Examined> {
    try {
      const { system, key, asked } = submission;
      if (system === undefined) throw new AxisError('SENDER_UNVERIFIED', {});
      refuseLocked(system, this.roster);
      if (!KEY.test(key)) throw new AxisError('IDEMPOTENCY_KEY_MISSING', {});
      const moment = this.simulatedTime.claimed(submission.simulatedAt);
      const { envelope, kept } = await this.reading.read(submission.body);
      const document = { id: uuid(), ...examine({ system, key }, envelope, kept, this.roster), moment, asked };
      submission.demands?.(document);
      return { submission, document };
    } catch (error) {
      if (error instanceof AxisError && error.entry.kind !== 'outage') {
        return { submission, refusal: error, sha256: digestOf(submission) };
      }
      throw error;
    }
  }
}

function digestOf({ body }: Submission): string {
  return body.kind === 'stored' ? body.sha256 : createHash('sha256').update(body.bytes).digest('hex');
}
