import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { AxisError } from '#core';
import { HubStore, type Letter } from '#store';
import { ObjectStore } from '../documents/object-store.js';
import { replyOk } from './vxp-reply.js';

/** Bytes that make whole groups of base64. */
const GROUP = 3;

/** Answers with the bytes of letters, piece by piece: however large a file is, the hub never holds it. */
@Injectable()
export class LetterBodies {
  constructor(
    private readonly store: HubStore,
    private readonly objects: ObjectStore,
  ) {}

  /** The edXML as it is. */
  async answerBytes(letter: Letter, response: Response): Promise<void> {
    const bytes = await this.open(letter);
    response.status(200).type('application/octet-stream');
    if (Buffer.isBuffer(bytes)) response.end(bytes);
    else await pipeline(bytes, response);
  }

  /** The edXML as base64 in the reply's `data`. */
  async answerBase64(letter: Letter, response: Response): Promise<void> {
    const bytes = await this.open(letter);
    if (Buffer.isBuffer(bytes)) return replyOk(response, { data: bytes.toString('base64') });
    response.status(200).type('application/json');
    return pipeline(bytes, reply, response);
  }

  /** Small bodies lie with their rows and come whole. */
  private async open({ kind, docId, documentId }: Letter): Promise<Buffer | Readable> {
    if (kind === 'status') return this.statusOf(docId);
    const body = await this.store.bodies.ofDocument(documentId);
    if (body === undefined) throw new AxisError('DOCUMENT_UNKNOWN', { id: documentId });
    if (!body.inObjectStore) return body.content;
    await this.objects.size(body.sha256);
    return this.objects.open(body.sha256);
  }

  private async statusOf(docId: string): Promise<Buffer> {
    const content = await this.store.mailboxes.content(docId);
    if (content === undefined) throw new AxisError('BODY_UNKNOWN', { sha256: docId });
    return content;
  }
}

async function* reply(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  yield '{"status":"OK","ErrorCode":"0","ErrorDesc":"Thanh cong","data":"';
  let held = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    const whole = all.length - (all.length % GROUP);
    held = all.subarray(whole);
    yield all.toString('base64', 0, whole);
  }
  yield `${held.toString('base64')}"}`;
}
