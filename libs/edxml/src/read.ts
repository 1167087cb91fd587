import { AxisError } from '#core';
import { type EdxmlDocument } from './attachment.js';
import { type Envelope, type ReadOptions } from './envelope.js';
import { MessageReader, type ReadMessage } from './reading/message-reader.js';

/** Reads a message whose bytes are in memory, without copying its attachments. Throws AxisError: an EDXML code, RECIPIENT_DUPLICATE or ATTACHMENT_UNDECODABLE. */
export function readEnvelope(bytes: Uint8Array, options: ReadOptions = {}): Envelope {
  return readAll(bytes, options, false).envelope;
}

/** Reads a message as its bytes come in, in one pass; attachments are hashed and let go, so memory does not grow with them. Throws as `readEnvelope`. */
export async function readEnvelopeStream(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<Envelope> {
  const reader = new MessageReader(options, false);
  for await (const chunk of chunks) reader.write(chunk);
  return reader.end().envelope;
}

/** Reads a document with the contents of its attachments. Throws as `readEnvelope`, and REQUEST_INVALID for a status. */
export function readDocument(bytes: Uint8Array, options: ReadOptions = {}): EdxmlDocument {
  const { envelope, attachments } = readAll(bytes, options, true);
  if (envelope.kind === 'status')
    throw new AxisError('REQUEST_INVALID', { reason: 'thông điệp là trạng thái, không phải văn bản' });
  return { header: envelope.header, attachments };
}

function readAll(bytes: Uint8Array, options: ReadOptions, keepsContents: boolean): ReadMessage {
  const reader = new MessageReader(options, keepsContents);
  reader.write(bytes);
  return reader.end();
}
