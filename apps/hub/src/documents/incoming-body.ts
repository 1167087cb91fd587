import { Inject, Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type HubConfig } from '#config';
import { type Request } from 'express';
import { z } from 'zod';
import { type SubmittedBody } from '../exchange/submission.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { ObjectStore } from './object-store.js';

/** Bytes of a document handed in with one request; larger ones go to PUT /bodies first. A province's own limit is 50 MB a file. */
export const ONE_REQUEST_BYTES = 50 * 1024 * 1024;

const claim = z.object({ body: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) });

/** Takes the body of POST /documents: edXML as it is, or JSON that names a body put there before. */
@Injectable()
export class IncomingBody {
  constructor(
    private readonly objects: ObjectStore,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  /** Never holds more than `inlineLimitBytes` in memory. @throws AxisError BODY_TOO_LARGE, REQUEST_INVALID */
  async of(request: Request): Promise<SubmittedBody> {
    if (request.is('application/json')) {
      return { kind: 'stored', sha256: claim.parse(request.body as unknown).body.sha256 };
    }
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > ONE_REQUEST_BYTES)
      throw new AxisError('BODY_TOO_LARGE', { bytes: declared, limit: ONE_REQUEST_BYTES });
    return this.take(request, ONE_REQUEST_BYTES);
  }

  /** Keeps bytes as they come: in memory up to `inlineLimitBytes`, past it in the object store. @throws AxisError BODY_TOO_LARGE past `mostBytes`, and what `source` throws; nothing is kept then */
  async take(source: AsyncIterable<Uint8Array>, mostBytes: number): Promise<SubmittedBody> {
    const chunks = source[Symbol.asyncIterator]();
    const head: Uint8Array[] = [];
    let bytes = 0;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head.push(next.value);
      bytes += next.value.byteLength;
      if (bytes > this.config.inlineLimitBytes) return this.store(joined(head, chunks), mostBytes);
    }
    return { kind: 'inline', bytes: Buffer.concat(head) };
  }

  private async store(chunks: AsyncIterable<Uint8Array>, mostBytes: number): Promise<SubmittedBody> {
    const { sha256 } = await this.objects.take(chunks, mostBytes);
    return { kind: 'stored', sha256 };
  }
}

async function* joined(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
