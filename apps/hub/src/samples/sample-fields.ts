import { Injectable } from '@nestjs/common';
import { isAxisError, parseAgencyCode, parseWireTimestamp } from '#core';
import { HubStore } from '#store';
import { type SampleAnswer } from '#wire';
import { DocumentContents } from '../documents/document-contents.js';
import { type FilledSample } from './sample-body.js';
import { keyOfSample } from './sample-key.js';
import { SampleSending } from './sample-sending.js';
import { type Added, SampleWriting } from './sample-writing.js';
import { Turns } from './turns.js';

/** Sends samples that came as fields. However often one is sent under the same idempotency key, one document comes of it. */
@Injectable()
export class SampleFields {
  private readonly turns = new Turns();

  constructor(
    private readonly store: HubStore,
    private readonly contents: DocumentContents,
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

  /** Written with what was added to the first, a repeat is the first, byte for byte; anything else is other content, and refused as such. */
  private async inTurn(sample: FilledSample, system: string, key: string, isSecondTry = false): Promise<SampleAnswer> {
    const added = await this.addedToFirst(system, key);
    const document = await this.writing.write(sample, { isRehearsal: false, added });
    try {
      return await this.sending.send(document, key);
    } catch (error) {
      // Another hub may have been first, a moment ago.
      if (isSecondTry || added !== undefined || !isAxisError(error, 'IDEMPOTENCY_KEY_REUSED')) throw error;
      return this.inTurn(sample, system, key, true);
    }
  }

  private async addedToFirst(system: string, key: string): Promise<Added | undefined> {
    const first = await this.store.documents.findBySubmission(system, keyOfSample(key));
    if (first === undefined) return undefined;
    const envelope = await this.contents.envelope(first);
    if (envelope.kind !== 'document') return undefined;
    const at = parseWireTimestamp(envelope.header.trace[0]?.at ?? '') ?? first.acceptedAt;
    return { number: envelope.header.number, at };
  }
}
