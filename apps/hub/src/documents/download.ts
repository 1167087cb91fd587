import { pipeline } from 'node:stream/promises';
import { type Response } from 'express';
import { type Download } from './document-contents.js';

/**
 * Hands bytes out as a file to keep: what strangers wrote is never shown as a page of the hub, whatever it claims to be. The first piece is
 * had before anything is answered, so that what is missing is a problem and not half a file.
 */
export async function sendDownload(response: Response, { name, size, chunks }: Download, type: string): Promise<void> {
  const pieces = chunks[Symbol.asyncIterator]();
  const first = await pieces.next();
  response.status(200).type(type).setHeader('Content-Length', size);
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodedName(name)}`);
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  await pipeline(async function* () {
    try {
      for (let next = first; !next.done; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return?.();
    }
  }, response);
}

/** A name that is one file in whichever folder it is put, encoded for a header. (RFC 8187) */
function encodedName(name: string): string {
  const plain = name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_').replace(/\p{Cs}/gu, '_');
  return encodeURIComponent(plain).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
