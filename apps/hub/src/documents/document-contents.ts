import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { attachmentContent } from '#edxml';
import { type DocumentRecord, HubStore } from '#store';
import { type BriefEnvelope } from '../exchange/reading/brief-envelope.js';
import { EnvelopeReader } from '../exchange/reading/envelope-reader.js';
import { ObjectStore } from './object-store.js';

/** An attachment of a document as people see it in a list; `n` counts from 1, `size` is that of its decoded content in bytes. */
export interface ListedAttachment {
  readonly n: number;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** Bytes to be handed out, piece by piece. */
export interface Download {
  readonly name: string;
  readonly size: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Lists of attachments that are remembered: a large body takes a second to read, and never changes. */
const MOST_REMEMBERED = 500;

/** What is inside documents: their bytes and their attachments. Holds no more than a piece of a large one. */
@Injectable()
export class DocumentContents {
  private readonly listed = new Map<string, readonly ListedAttachment[]>();

  constructor(
    private readonly store: HubStore,
    private readonly objects: ObjectStore,
    private readonly envelopes: EnvelopeReader,
  ) {}

  /** The document's edXML as it was submitted. */
  edxml({ id, sha256, size, identity }: DocumentRecord): Download {
    return { name: `${identity}.edxml`, size, chunks: this.bytesOf(id, sha256) };
  }

  /** The n-th attachment, from 1. @throws AxisError NOT_FOUND */
  async attachment(record: DocumentRecord, n: number): Promise<Download> {
    const found = (await this.attachments(record))[n - 1];
    if (found === undefined) throw new AxisError('NOT_FOUND', { path: `attachments/${n}` });
    return { name: found.name, size: found.size, chunks: attachmentContent(this.bytesOf(record.id, record.sha256), n) };
  }

  /** In the order of the document. */
  async attachments(record: DocumentRecord): Promise<readonly ListedAttachment[]> {
    const { sha256 } = record;
    const known = this.listed.get(sha256);
    if (known !== undefined) return known;
    const envelope = await this.envelope(record);
    const attachments = envelope.kind === 'document' ? envelope.attachments : [];
    const listed = attachments.map(({ name, contentType, bytes: size }, at) => ({
      n: at + 1,
      name,
      contentType,
      size,
    }));
    const [oldest] = this.listed.keys();
    if (oldest !== undefined && this.listed.size >= MOST_REMEMBERED) this.listed.delete(oldest);
    this.listed.set(sha256, listed);
    return listed;
  }

  /** @throws AxisError BODY_UNKNOWN where its bytes are gone */
  private async envelope({ id, sha256 }: DocumentRecord): Promise<BriefEnvelope> {
    const body = await this.store.bodies.ofDocument(id);
    if (body === undefined) throw new AxisError('BODY_UNKNOWN', { sha256 });
    if (body.inObjectStore) return this.envelopes.readFile(this.objects.path(sha256));
    return (await this.envelopes.read(body.content)).envelope;
  }

  /** @throws AxisError BODY_UNKNOWN where a file is gone */
  private async *bytesOf(id: string, sha256: string): AsyncGenerator<Uint8Array, void, undefined> {
    const body = await this.store.bodies.ofDocument(id);
    if (body === undefined) throw new AxisError('BODY_UNKNOWN', { sha256 });
    if (!body.inObjectStore) return yield body.content;
    await this.objects.size(sha256);
    yield* this.objects.open(sha256) as AsyncIterable<Uint8Array>;
  }
}
