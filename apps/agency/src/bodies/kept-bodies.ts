import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type Envelope, readEnvelope, readEnvelopeStream } from '#edxml';
import { AgencyStore, type IncomingDocumentRow, type OutgoingDocumentRow } from '#store';
import { ObjectFolder } from './object-folder.js';

/** Larger bodies are handed on as they are, never taken apart in memory. */
const READABLE_AT_ONCE_BYTES = 200 * 1024 * 1024;

/** The bytes of documents, wherever they are kept. */
@Injectable()
export class KeptBodies {
  constructor(
    private readonly store: AgencyStore,
    private readonly objects: ObjectFolder,
  ) {}

  /** The body piece by piece, whatever its size. */
  async *stream(of: KeptDocument): AsyncGenerator<Uint8Array, void, undefined> {
    const bytes = await this.inStore(of);
    if (bytes !== undefined) yield bytes;
    else yield* this.objects.read(this.digestOf(of)) as AsyncIterable<Uint8Array>;
  }

  /** The whole body; BODY_TOO_LARGE above 200 MB. */
  async whole(of: KeptDocument): Promise<Buffer> {
    const { bodySize } = of.document;
    if (bodySize > READABLE_AT_ONCE_BYTES)
      throw new AxisError('BODY_TOO_LARGE', { bytes: bodySize, limit: READABLE_AT_ONCE_BYTES });
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.stream(of)) chunks.push(chunk);
    return chunks.length === 1 && Buffer.isBuffer(chunks[0]) ? chunks[0] : Buffer.concat(chunks);
  }

  /** What the document says of itself; its attachments are read past, never held. Throws EDXML codes. */
  async envelopeOf(of: KeptDocument): Promise<Envelope> {
    const bytes = await this.inStore(of);
    return bytes === undefined ? readEnvelopeStream(this.stream(of)) : readEnvelope(bytes);
  }

  private inStore(of: KeptDocument): Promise<Buffer | undefined> {
    return of.side === 'outgoing'
      ? this.store.outgoing.bodyOf(of.document.id)
      : this.store.incoming.bodyOf(of.document.id);
  }

  private digestOf({ document }: KeptDocument): string {
    if (document.bodyDigest === null) throw new AxisError('BODY_UNKNOWN', { sha256: '' });
    return document.bodyDigest;
  }
}

/** A document of this system, and which way it went. */
export type KeptDocument =
  | { readonly side: 'outgoing'; readonly document: OutgoingDocumentRow }
  | { readonly side: 'incoming'; readonly document: IncomingDocumentRow };
