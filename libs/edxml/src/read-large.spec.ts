import { createHash } from 'node:crypto';
import { readEnvelope, readEnvelopeStream } from './index.js';
import { sample } from '../testing/sample.js';

const NEW = sample('new');
const BEFORE = NEW.slice(0, NEW.indexOf('S8Ot'));
const AFTER = NEW.slice(NEW.indexOf('</edXML:ContentTransferEncoded>'));
const MEGABYTE = 1024 * 1024;

describe('An attachment of 60 MB', () => {
  const piece = Buffer.alloc(48 * 1024, 'văn bản điện tử ');
  const encoded = Buffer.from(piece.toString('base64'));
  const pieces = (60 * MEGABYTE) / encoded.length;

  it('is measured as it passes, and memory does not grow with it', async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    async function* message(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(BEFORE);
      for (let sent = 0; sent < pieces; sent++) {
        yield await Promise.resolve(encoded);
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      }
      yield Buffer.from(AFTER);
    }
    const envelope = await readEnvelopeStream(message());
    const hash = createHash('sha256');
    for (let sent = 0; sent < pieces; sent++) hash.update(piece);
    expect(envelope).toMatchObject({ attachments: [{ bytes: piece.length * pieces, sha256: hash.digest('hex') }] });
    expect(most).toBeLessThan(4 * MEGABYTE);
  });

  it('is not copied when the whole message is in memory already', () => {
    const message = Buffer.concat([
      Buffer.from(BEFORE),
      ...Array.from({ length: pieces }, () => encoded),
      Buffer.from(AFTER),
    ]);
    const before = process.memoryUsage();
    expect(readEnvelope(message)).toMatchObject({ attachments: [{ bytes: piece.length * pieces }] });
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(4 * MEGABYTE);
    expect(after.heapUsed - before.heapUsed).toBeLessThan(16 * MEGABYTE);
  });
});

describe('Five thousand recipients', () => {
  it('are read', () => {
    const to = Array.from(
      { length: 5000 },
      (_nothing, at) => `<edXML:To><edXML:OrganId>H53.${at}.X</edXML:OrganId></edXML:To>`,
    ).join('');
    const envelope = readEnvelope(Buffer.from(NEW.replace('<edXML:DocumentId>', `${to}<edXML:DocumentId>`)));
    expect(envelope.kind === 'document' && envelope.header.to).toHaveLength(5002);
  });
});
