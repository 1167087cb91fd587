import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hanoiDay } from '#core';
import { type HubConfig } from '#config';
import { type Envelope, readEnvelope, readEnvelopeStream } from '#edxml';
import { ObjectStore } from '../documents/object-store.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { type KeptBody } from './examine.js';
import { type SubmittedBody } from './submission.js';

/** Reads submitted bodies and decides where they are kept: small ones with the document's row, large ones in the object store. */
@Injectable()
export class BodyReading {
  constructor(
    private readonly objects: ObjectStore,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  /** @throws AxisError EDXML_* for what is no valid edXML, BODY_UNKNOWN for a digest that nobody put there */
  async read(body: SubmittedBody): Promise<{ envelope: Envelope; kept: KeptBody }> {
    const today = hanoiDay(Date.now());
    if (body.kind === 'stored') {
      const size = await this.objects.size(body.sha256);
      const envelope = await readEnvelopeStream(this.objects.open(body.sha256), { today });
      return { envelope, kept: { sha256: body.sha256, size } };
    }
    const envelope = readEnvelope(body.bytes, { today });
    const size = body.bytes.byteLength;
    const sha256 = createHash('sha256').update(body.bytes).digest('hex');
    if (size <= this.config.inlineLimitBytes) return { envelope, kept: { sha256, size, content: body.bytes } };
    await this.objects.put(sha256, [body.bytes]);
    return { envelope, kept: { sha256, size } };
  }
}
