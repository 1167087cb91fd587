import { Inject, Injectable } from '@nestjs/common';
import { type HubConfig } from '#config';
import { ObjectStore } from '../documents/object-store.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { type KeptBody } from './examine.js';
import { type BriefEnvelope } from './reading/brief-envelope.js';
import { EnvelopeReader } from './reading/envelope-reader.js';
import { type SubmittedBody } from './submission.js';

/** Reads submitted bodies and decides where they are kept: small ones with the document's row, large ones in the object store. */
@Injectable()
export class BodyReading {
  constructor(
    private readonly objects: ObjectStore,
    private readonly envelopes: EnvelopeReader,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  /** @throws AxisError EDXML_* for what is no valid edXML, BODY_UNKNOWN for a digest that nobody put there */
  async read(body: SubmittedBody): Promise<{ envelope: BriefEnvelope; kept: KeptBody }> {
    if (body.kind === 'stored') {
      const size = await this.objects.size(body.sha256);
      const envelope = await this.envelopes.readFile(this.objects.path(body.sha256));
      return { envelope, kept: { sha256: body.sha256, size } };
    }
    const { envelope, sha256 } = await this.envelopes.read(body.bytes);
    const size = body.bytes.byteLength;
    if (size <= this.config.inlineLimitBytes) return { envelope, kept: { sha256, size, content: body.bytes } };
    await this.objects.put(sha256, [body.bytes]);
    return { envelope, kept: { sha256, size } };
  }
}
