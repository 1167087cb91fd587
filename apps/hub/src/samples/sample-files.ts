import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type Request } from 'express';
import { IncomingBody } from '../documents/incoming-body.js';
import { BodyReading } from '../exchange/body-reading.js';
import { type SampleDocument } from './sample-document.js';

/** Takes samples that came as finished edXML, to be sent as they are. */
@Injectable()
export class SampleFiles {
  constructor(
    private readonly incoming: IncomingBody,
    private readonly reading: BodyReading,
  ) {}

  /** @throws AxisError BODY_TOO_LARGE, and EDXML codes with every problem at its place; REQUEST_INVALID for a status */
  async read(request: Request): Promise<SampleDocument> {
    const body = await this.incoming.of(request);
    const { envelope, kept } = await this.reading.read(body);
    if (envelope.kind === 'status') {
      throw new AxisError('REQUEST_INVALID', { reason: 'tệp này là trạng thái, không phải văn bản' });
    }
    return { body, size: kept.size, from: envelope.header.from.code, typeName: envelope.header.type.name };
  }
}
