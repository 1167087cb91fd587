import { attachmentContent, readDocument, writeDocument } from './index.js';
import { sampleDocument } from '../../../test/support/sample-document.js';

const contents = [Buffer.from('tệp một'), Buffer.alloc(0), Buffer.alloc(300_001, 'văn bản ')];
const bytes = writeDocument({
  header: { ...sampleDocument().header, manifest: [] },
  attachments: contents.map((content, at) => {
    return { contentId: `cid:${at + 1}`, name: `tệp ${at + 1}`, contentType: 'text/plain', content };
  }),
});

function* inPieces(size: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function whole(n: number, size: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of attachmentContent(inPieces(size), n)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('The content of one attachment', () => {
  it.each([1, 2, 3])('is that of attachment %i, however the bytes are divided', async (n) => {
    expect(readDocument(bytes).attachments[n - 1]?.content).toEqual(contents[n - 1]);
    for (const size of [7, 4096, bytes.length]) expect((await whole(n, size)).equals(contents[n - 1]!)).toBe(true);
  });

  it('is nothing where there is no such attachment', async () => {
    for (const n of [0, 4]) expect(await whole(n, 4096)).toHaveLength(0);
  });

  it('ends without reading what follows', async () => {
    let read = 0;
    const counted = function* (): Generator<Uint8Array> {
      for (const piece of inPieces(4096)) {
        read += piece.length;
        yield piece;
      }
    };
    const pieces: Buffer[] = [];
    for await (const piece of attachmentContent(counted(), 1)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('tệp một');
    expect(read).toBeLessThan(bytes.length / 2);
  });
});
