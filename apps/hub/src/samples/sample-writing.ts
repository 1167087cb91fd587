import { Injectable } from '@nestjs/common';
import { hanoiDay, identifyDocument, isAgencyCode, parseAgencyCode, wireDocumentId, writeNumber } from '#core';
import { abbreviationOf } from '#directory';
import { type AgencyNames, composeDocument, type Naming, namingOf, writeDocument } from '#edxml';
import { HubStore } from '#store';
import { Roster } from '../registry/roster.js';
import { type FilledSample } from './sample-body.js';
import { type SampleDocument } from './sample-document.js';
import { formOf } from './sample-form.js';

/** Ends the notation of a sample ("gửi thử"), so that its numbers are no real document's. [ours] */
const SAMPLE_SUFFIX = 'GT';

interface WritingOptions {
  readonly isRehearsal: boolean;
}

/** Writes samples as edXML from their fields, as the office of their sender would. */
@Injectable()
export class SampleWriting {
  private readonly names: AgencyNames;

  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
  ) {
    const nameOf = (code: string): string | undefined =>
      isAgencyCode(code) ? roster.nameOf(parseAgencyCode(code)) : undefined;
    this.names = { nameOf, abbreviationOf: (code) => abbreviationOf(code, nameOf(code)) };
  }

  /** A sample without a number gets the next free one of its series; a rehearsal is shown it, and leaves it. @throws AxisError AGENCY_CODE_MALFORMED */
  async write(sample: FilledSample, { isRehearsal }: WritingOptions): Promise<SampleDocument> {
    const at = Date.now();
    const form = formOf(sample);
    const naming = this.naming(sample, namingOf(form, hanoiDay(at), this.names));
    const number = sample.number?.trim() || (await this.freeNumber(naming, isRehearsal));
    const bytes = writeDocument(composeDocument(form, naming, { number, at, names: this.names }));
    return { body: { kind: 'inline', bytes }, size: bytes.length, from: naming.from, typeName: naming.typeName };
  }

  private naming({ notation }: FilledSample, usual: Naming): Naming {
    return { ...usual, notation: notation?.trim().normalize('NFC') || `${usual.notation}-${SAMPLE_SUFFIX}` };
  }

  /** Somebody may have given a number of the series by hand. */
  private async freeNumber(naming: Naming, isRehearsal: boolean): Promise<string> {
    const { from: agency, notation, promulgatedOn } = naming;
    const series = { agency, notation, year: Number(promulgatedOn.slice(0, 4)) };
    const { sampleNumbers } = this.store;
    let sequence = isRehearsal ? await sampleNumbers.next(series) : await sampleNumbers.take(series);
    while (await this.isTaken(naming, writeNumber(sequence))) {
      sequence = isRehearsal ? sequence + 1 : await sampleNumbers.take(series);
    }
    return writeNumber(sequence);
  }

  private async isTaken({ from, notation, promulgatedOn }: Naming, number: string): Promise<boolean> {
    const claims = { from, number, notation, promulgatedOn };
    const { key } = identifyDocument({ ...claims, documentId: wireDocumentId(claims) });
    return (await this.store.documents.findByIdentity(key)) !== undefined;
  }
}
