import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AxisError, parseAgencyCode } from '#core';
import { type DocumentRecord, HubStore } from '#store';
import { type SampleAnswer } from '#wire';
import { type FilledSample } from './sample-body.js';
import { keyOfSample } from './sample-key.js';
import { SampleSending } from './sample-sending.js';
import { SampleWriting } from './sample-writing.js';
import { Turns } from './turns.js';

/** Sends samples that came as fields. However often one is sent under the same idempotency key, and at however many hubs, one document comes of it. */
@Injectable()
export class SampleFields {
  private readonly turns = new Turns();

  constructor(
    private readonly store: HubStore,
    private readonly writing: SampleWriting,
    private readonly sending: SampleSending,
  ) {}

  /** The answer `send` would give; nothing is accepted, recorded or counted. */
  async rehearse(sample: FilledSample): Promise<SampleAnswer> {
    return this.sending.rehearse(await this.writing.write(sample, { isRehearsal: true }));
  }

  /** The same key and fields get the first answer again, as `repeated`. @throws AxisError IDEMPOTENCY_KEY_REUSED for other fields, and as SampleSending.send */
  async send(sample: FilledSample, key?: string): Promise<SampleAnswer> {
    if (key === undefined) return this.sending.send(await this.writing.write(sample, { isRehearsal: false }));
    const system = this.sending.systemFor(parseAgencyCode(sample.from));
    return this.turns.take(`${system} ${key}`, () => this.inTurn(sample, system, key));
  }

  /** Turns hold within this hub; where another takes the same sample at the same moment, the store accepts one, and both answer with it. */
  private async inTurn(sample: FilledSample, system: string, key: string): Promise<SampleAnswer> {
    const asked = digestOf(sample);
    const find = (): Promise<DocumentRecord | undefined> =>
      this.store.documents.findBySubmission(system, keyOfSample(key));
    const before = await find();
    if (before !== undefined) return this.again(before, asked);
    const document = await this.writing.write(sample, { isRehearsal: false });
    const answer = await this.sending.send({ ...document, asked }, key);
    const first = answer.repeated ? await find() : undefined;
    return first === undefined ? answer : this.again(first, asked);
  }

  /** What was asked for is compared, not what was written: the hub adds a number, a time and names, which change. */
  private async again(first: DocumentRecord, asked: string): Promise<SampleAnswer> {
    const { id, submissionKey, identity } = first;
    if ((await this.store.documents.askedFor(id)) === asked) return this.sending.again(first);
    throw new AxisError('IDEMPOTENCY_KEY_REUSED', { key: submissionKey, identity });
  }
}

/** The fields stand in the order of their schema, whatever order they came in. */
function digestOf(sample: FilledSample): string {
  return createHash('sha256').update(JSON.stringify(sample)).digest('hex');
}
