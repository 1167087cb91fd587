import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { AxisError } from '#core';
import { type AgencyConfig } from '#config';
import { type OutgoingDocumentRow } from '#store';
import { AGENCY_CONFIG } from '../agency-config.token.js';
import { readJsonForm } from '../sending/document-form.js';
import { HandIn } from '../sending/hand-in.js';
import { readMultipart } from '../sending/multipart.js';

/** Forms are put together in memory; larger documents come as finished edXML, which is streamed. */
const FORM_LIMIT_BYTES = 100 * 1024 * 1024;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** Reads a request that hands in a document, in whichever of the three ways it comes. */
@Injectable()
export class HandInRequest {
  constructor(
    @Inject(AGENCY_CONFIG) private readonly config: AgencyConfig,
    private readonly desk: HandIn,
  ) {}

  /** The caller's Idempotency-Key, or a fresh one. Throws REQUEST_INVALID for a key or a content type that cannot be. */
  async take(request: Request): Promise<OutgoingDocumentRow> {
    const key = keyOf(request.headers['idempotency-key']);
    const limit = Math.min(FORM_LIMIT_BYTES, this.config.bodyLimitBytes);
    const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
    if (type === 'application/json') return this.desk.handInForm(readJsonForm(await readJson(request, limit)), key);
    if (type === 'multipart/form-data') return this.desk.handInForm(await readMultipart(request, limit), key);
    if (EDXML_TYPES.has(type)) return this.desk.handInEdxml(request, key);
    throw new AxisError('REQUEST_INVALID', { reason: `Content-Type "${type}" không dùng được` });
  }
}

const EDXML_TYPES = new Set([
  'application/xml',
  'text/xml',
  'application/edxml',
  'application/edxml+xml',
  'application/octet-stream',
]);

function keyOf(header: string | string[] | undefined): string {
  if (header === undefined) return uuidv7();
  if (typeof header === 'string' && KEY.test(header)) return header;
  throw new AxisError('REQUEST_INVALID', { reason: 'Idempotency-Key gồm 1 đến 200 ký tự ASCII không có dấu cách' });
}

async function readJson(request: Request, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) throw new AxisError('BODY_TOO_LARGE', { bytes, limit });
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new AxisError('REQUEST_INVALID', { reason: 'không phải JSON' });
  }
}

/** Whether a request hands in a document: its body is read by `HandInRequest`, never by a parser before it. */
export function isHandIn({ method, url }: { method?: string | undefined; url?: string | undefined }): boolean {
  return method === 'POST' && /^\/api\/v1\/documents\/?(\?|$)/.test(url ?? '');
}
