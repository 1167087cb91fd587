import { type IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import busboy from 'busboy';
import { AxisError } from '#core';
import { type FormFile } from '#edxml';
import { type DocumentForm, readFormFields } from './document-form.js';

/** Reads a multipart form, files in any field; all of it together stays under `limit` bytes. Throws REQUEST_INVALID and BODY_TOO_LARGE. */
export async function readMultipart(request: IncomingMessage, limit: number): Promise<DocumentForm> {
  const fields: [string, string][] = [];
  const files: FormFile[] = [];
  let bytes = 0;
  const parser = parserOf(request, limit);
  const tooLarge = (): AxisError => new AxisError('BODY_TOO_LARGE', { bytes, limit });
  parser.on('field', (name, value) => fields.push([name, value]));
  parser.on('file', (_field, stream, { filename, mimeType }) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limit) parser.destroy(tooLarge());
      else chunks.push(chunk);
    });
    stream.on('end', () =>
      files.push({ name: filename ?? 'tep', contentType: mimeType, content: Buffer.concat(chunks) }),
    );
  });
  request.pipe(parser);
  try {
    await finished(parser);
  } catch (error) {
    request.unpipe(parser);
    throw error instanceof AxisError ? error : new AxisError('REQUEST_INVALID', { reason: String(error) });
  }
  return readFormFields(fields, files);
}

function parserOf(request: IncomingMessage, limit: number): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { fileSize: limit, fields: 6_000 } });
  } catch (error) {
    throw new AxisError('REQUEST_INVALID', { reason: String(error) });
  }
}
