import { Inject, Injectable } from '@nestjs/common';
import { AxisError, type Day } from '#core';
import { type AgencyConfig } from '#config';
import { type DocumentHeader, type Envelope, readEnvelope, readEnvelopeStream } from '#edxml';
import { AGENCY_CONFIG } from '../agency-config.token.js';
import { ObjectFolder, type TakenBody } from '../bodies/object-folder.js';

/** Takes bodies that are handed in and reads their headers, however large they are. */
@Injectable()
export class BodyTaking {
  constructor(
    @Inject(AGENCY_CONFIG) private readonly config: AgencyConfig,
    private readonly objects: ObjectFolder,
  ) {}

  /** Reads a body to its end. Throws BODY_TOO_LARGE. */
  take(body: AsyncIterable<Uint8Array>): Promise<TakenBody> {
    return this.objects.take(body, { inMemory: this.config.inlineLimitBytes, atMost: this.config.bodyLimitBytes });
  }

  /** The header of a document. `today` is the last day it may be promulgated on. Throws EDXML codes with all problems, REQUEST_INVALID for a status. */
  async headerOf(body: TakenBody, today: Day): Promise<DocumentHeader> {
    const envelope = await this.envelopeOf(body, today);
    if (envelope.kind === 'document') return envelope.header;
    const reason = 'đây là một trạng thái; báo trạng thái bằng POST /api/v1/documents/{id}/status';
    throw new AxisError('REQUEST_INVALID', { reason });
  }

  /** Forgets a body that was not taken on after all. */
  async forget(body: TakenBody): Promise<void> {
    if (body.isNewFile) await this.objects.remove(body.digest);
  }

  private async envelopeOf({ bytes, digest }: TakenBody, today: Day): Promise<Envelope> {
    if (bytes !== undefined) return readEnvelope(bytes, { today });
    return readEnvelopeStream(this.objects.read(digest) as AsyncIterable<Uint8Array>, { today });
  }
}
