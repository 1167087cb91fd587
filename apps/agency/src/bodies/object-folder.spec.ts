import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ObjectFolder } from './object-folder.js';

const LIMITS = { inMemory: 10, atMost: 100 };

describe('The folder of large bodies', () => {
  let folder: string;
  let objects: ObjectFolder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'objects-'));
    objects = new ObjectFolder(folder);
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const take = (...chunks: string[]): ReturnType<ObjectFolder['take']> =>
    objects.take(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), LIMITS);

  async function text(digest: string): Promise<string> {
    return Buffer.concat(await objects.read(digest).toArray()).toString();
  }

  it('keeps small bodies in memory', async () => {
    expect(await take('abc', 'def')).toMatchObject({ size: 6, bytes: Buffer.from('abcdef'), isNewFile: false });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('streams large ones to a file named by their digest', async () => {
    const taken = await take('abcdefgh', 'ijklmnop', 'q');
    expect(taken).toMatchObject({ size: 17, bytes: undefined, isNewFile: true });
    expect(taken.digest).toBe(createHash('sha256').update('abcdefghijklmnopq').digest('hex'));
    expect(await text(taken.digest)).toBe('abcdefghijklmnopq');
    expect(await objects.has(taken.digest)).toBe(true);
  });

  it('knows a file it has already', async () => {
    const first = await take('abcdefghijk');
    expect(await take('abcdefghijk')).toMatchObject({ digest: first.digest, isNewFile: false });
  });

  it('leaves nothing of a body that is too large or breaks off', async () => {
    await expect(take('a'.repeat(60), 'b'.repeat(60))).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('a'.repeat(60));
      await Promise.reject(new Error('connection lost'));
    }
    await expect(objects.take(broken(), LIMITS)).rejects.toThrow('connection lost');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('forgets a file, even one it never had', async () => {
    const { digest } = await take('abcdefghijk');
    await objects.remove(digest);
    await objects.remove(digest);
    expect(await objects.has(digest)).toBe(false);
  });
});
