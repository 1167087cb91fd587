import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** A file to hand in, read twice: once for its digest, once while it is sent. */
export interface EdocFile {
  /** Lower-case hex, zero-padded. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where it lies; undefined when it was given as bytes. */
  readonly path?: string | undefined;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file on disk; it is never held in memory as a whole. Fails as node:fs does. */
export async function edocFileAt(path: string): Promise<EdocFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes, path, open: () => createReadStream(path) };
}

/** A file given as its bytes. */
export function edocFileOf(content: Uint8Array): EdocFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { sha256, bytes: content.length, open: () => [content] };
}
