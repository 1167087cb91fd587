import { Injectable } from '@nestjs/common';
import { type AgencyCode, AxisError, isAxisError, parseAgencyCode } from '#core';
import { type DocumentRecord } from '#store';
import { type SampleAnswer, type SubmissionAnswer } from '#wire';
import { HandingIn } from '../documents/handing-in.js';
import { Presence, type SystemPresence } from '../registry/presence.js';
import { Roster } from '../registry/roster.js';
import { type SampleDocument } from './sample-document.js';
import { keyOfSample } from './sample-key.js';

/**
 * Hands samples in as a submission of the system that serves their sender, so that all rules of sending hold for them, and they are
 * routed and counted like any other. No notice goes to that system: it has asked nothing.
 */
@Injectable()
export class SampleSending {
  constructor(
    private readonly handingIn: HandingIn,
    private readonly roster: Roster,
    private readonly presence: Presence,
  ) {}

  /** The same key and bytes get the first answer again. @throws AxisError SENDER_UNKNOWN, SAMPLE_SENDER_UNSERVED, SAMPLE_SENDER_LOCKED, and the rule that refuses the document */
  async send(sample: SampleDocument, key?: string): Promise<SampleAnswer> {
    return this.answer(sample, this.systemFor(sample.from), await this.handIn(sample, key));
  }

  /** As `send`, answered with the submission's own answer. */
  async handIn({ from, body, asked }: SampleDocument, key?: string): Promise<SubmissionAnswer> {
    return this.handingIn.take({ system: this.systemFor(from), key: keyOfSample(key), body, asked });
  }

  /** What a repeat of a sample is answered: what is in the store of the first, whatever the repeat would be written as now. */
  async again(first: DocumentRecord): Promise<SampleAnswer> {
    return this.answer(first, first.system, this.handingIn.again(first));
  }

  /** The canonical code of an agency that samples can be sent for. @throws AxisError SENDER_UNKNOWN, SAMPLE_SENDER_UNSERVED, SAMPLE_SENDER_LOCKED */
  senderNamed(text: string): AgencyCode {
    this.systemFor(text);
    return parseAgencyCode(text);
  }

  /** The answer `send` would give; nothing is accepted, recorded or counted. */
  async rehearse(sample: SampleDocument): Promise<SampleAnswer> {
    const system = this.systemFor(sample.from);
    const answer = await this.handingIn.foresee({ system, key: 'dry-run', body: sample.body });
    return this.answer(sample, system, answer);
  }

  /** The system a sample of this agency is sent for. @throws AxisError SENDER_UNKNOWN, SAMPLE_SENDER_UNSERVED, SAMPLE_SENDER_LOCKED */
  systemFor(from: string): string {
    const code = this.roster.knownAgency(from);
    if (code === undefined) throw new AxisError('SENDER_UNKNOWN', { code: from });
    const system = this.roster.systemServing(code);
    if (system === undefined) throw new AxisError('SAMPLE_SENDER_UNSERVED', { code });
    if (this.roster.system(system)?.lockedAt !== undefined) {
      throw new AxisError('SAMPLE_SENDER_LOCKED', { code, system });
    }
    return system;
  }

  private async answer(
    { size, typeName }: Pick<SampleDocument, 'size' | 'typeName'>,
    system: string,
    answer: SubmissionAnswer,
  ): Promise<SampleAnswer> {
    const presence = await this.presenceOf(answer.recipients.flatMap((each) => each.system ?? []));
    const recipients = answer.recipients.map((each) => {
      const there = presence.get(each.system ?? '');
      return there === undefined ? each : { ...each, connected: there.connected };
    });
    return { ...answer, system, size, typeName, recipients };
  }

  /** Of nobody while the broker is away: the sample itself does not need it. */
  private async presenceOf(systems: readonly string[]): Promise<ReadonlyMap<string, SystemPresence>> {
    try {
      return await this.presence.now(new Set(systems));
    } catch (error) {
      if (isAxisError(error, 'BROKER_AWAY')) return new Map();
      throw error;
    }
  }
}
