import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AxisError, hanoiDay, writeNumber } from '#core';
import { composeDocument, type DocumentHeader, namingOf, readEnvelope, writeDocument } from '#edxml';
import {
  AgencyStore,
  type HandIn as Kept,
  type NewOutgoingDocument,
  type NumberDesk,
  type OutgoingDocumentRow,
} from '#store';
import { type TakenBody } from '../bodies/object-folder.js';
import { OwnSystem } from '../own-system.js';
import { type DocumentForm } from './document-form.js';
import { DocumentSender } from './document-sender.js';
import { outgoingOf, seriesOf } from './outgoing-document.js';
import { BodyTaking } from './body-taking.js';
import { NAMES } from './parties.js';

/** Takes documents over from the agency's own software: once `handIn…` has resolved, the document is on disk and will be sent. */
@Injectable()
export class HandIn {
  constructor(
    private readonly store: AgencyStore,
    private readonly own: OwnSystem,
    private readonly bodies: BodyTaking,
    private readonly sender: DocumentSender,
  ) {}

  /** A finished edXML document, sent as it is. Throws EDXML codes with all problems, and SENDER_FOREIGN for another system's agency. */
  async handInEdxml(body: AsyncIterable<Uint8Array>, key: string): Promise<OutgoingDocumentRow> {
    const taken = await this.bodies.take(body);
    try {
      return this.answer(await this.keepEdxml(taken, key));
    } catch (error) {
      await this.bodies.forget(taken);
      throw error;
    }
  }

  /** A form; its document gets the next number of its agency, year and notation unless it brings one. */
  async handInForm(form: DocumentForm, key: string): Promise<OutgoingDocumentRow> {
    const at = Date.now();
    const request = { key, requestDigest: digestOf(form), at };
    return this.answer(await this.store.outgoing.handIn(request, (numbers) => this.compose(form, numbers, at)));
  }

  private async keepEdxml(taken: TakenBody, key: string): Promise<Kept> {
    const header = await this.bodies.headerOf(taken, hanoiDay(Date.now()));
    this.mustBeOurs(header);
    return this.store.outgoing.handIn({ key, requestDigest: taken.digest, at: Date.now() }, async (numbers) => {
      await this.noteNumber(header, numbers);
      return outgoingOf(header, taken);
    });
  }

  private async compose(form: DocumentForm, numbers: NumberDesk, at: number): Promise<NewOutgoingDocument> {
    const today = hanoiDay(at);
    const naming = namingOf(form, today, NAMES);
    const series = { agency: naming.from, year: Number(today.slice(0, 4)), notation: naming.notation };
    const number = form.number ?? writeNumber(await numbers.take(series));
    const bytes = writeDocument(composeDocument(form, naming, { number, at, names: NAMES }));
    const envelope = readEnvelope(bytes, { today });
    if (envelope.kind !== 'document') throw new AxisError('INTERNAL');
    this.mustBeOurs(envelope.header);
    if (form.number !== undefined) await this.noteNumber(envelope.header, numbers);
    return outgoingOf(envelope.header, await this.bodies.take(once(bytes)));
  }

  private mustBeOurs({ from }: DocumentHeader): void {
    if (!this.own.speaksFor(from.code))
      throw new AxisError('SENDER_FOREIGN', { code: from.code, system: this.own.name });
  }

  private async noteNumber(header: DocumentHeader, numbers: NumberDesk): Promise<void> {
    const number = Number(header.number);
    if (Number.isSafeInteger(number) && number > 0) await numbers.note(seriesOf(header), number);
  }

  private answer({ outcome, document }: Kept): OutgoingDocumentRow {
    if (outcome === 'key-taken') throw new AxisError('IDEMPOTENCY_KEY_REUSED', { key: document.key });
    if (outcome === 'kept') this.sender.ring();
    return document;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

function digestOf({ files, ...fields }: DocumentForm): string {
  const hash = createHash('sha256').update(JSON.stringify(fields));
  for (const { name, contentType, content } of files)
    hash.update(JSON.stringify([name, contentType, content.length])).update(content);
  return hash.digest('hex');
}
