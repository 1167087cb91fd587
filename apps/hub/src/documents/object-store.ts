import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type HubConfig } from '#config';
import { HUB_CONFIG } from '../hub-config.token.js';

const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Large bodies as files named by their SHA-256. A body is written beside its place, hashed on the way, and moved there
 * whole; so a file under its name is complete, and writing the same body twice is harmless.
 */
@Injectable()
export class ObjectStore {
  constructor(@Inject(HUB_CONFIG) private readonly config: HubConfig) {}

  /**
   * Keeps the bytes under `sha256` and returns their number.
   * @throws AxisError BODY_DIGEST_MISMATCH when they have another digest, BODY_TOO_LARGE past `mostBytes`; nothing is kept then
   */
  async put(
    sha256: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    mostBytes = this.config.bodyLimitBytes,
  ): Promise<number> {
    const written = await this.write(chunks, mostBytes, (digest) => {
      if (digest !== sha256) throw new AxisError('BODY_DIGEST_MISMATCH', { expected: sha256, actual: digest });
    });
    return written.size;
  }

  /** Keeps bytes whose digest nobody knows yet. @throws AxisError BODY_TOO_LARGE */
  async take(chunks: AsyncIterable<Uint8Array>, mostBytes: number): Promise<{ sha256: string; size: number }> {
    return this.write(chunks, mostBytes, () => undefined);
  }

  /** Bytes kept under a digest. @throws AxisError BODY_UNKNOWN */
  async size(sha256: string): Promise<number> {
    try {
      return (await stat(this.path(sha256))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AxisError('BODY_UNKNOWN', { sha256 });
      throw error;
    }
  }

  open(sha256: string): ReturnType<typeof createReadStream> {
    return createReadStream(this.path(sha256), { highWaterMark: 256 * 1024 });
  }

  /** Where the bytes of a digest are, or would be. @throws AxisError BODY_UNKNOWN for what is no digest */
  path(sha256: string): string {
    if (!DIGEST.test(sha256)) throw new AxisError('BODY_UNKNOWN', { sha256 });
    return join(this.config.objectsFolder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  private async write(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    mostBytes: number,
    approve: (digest: string) => void,
  ): Promise<{ sha256: string; size: number }> {
    const draft = join(this.config.objectsFolder, 'incoming', randomUUID());
    await mkdir(dirname(draft), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    try {
      await pipeline(
        chunks,
        async function* (source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
          for await (const chunk of source) {
            size += chunk.byteLength;
            if (size > mostBytes) throw new AxisError('BODY_TOO_LARGE', { bytes: size, limit: mostBytes });
            hash.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(draft, { flush: true, mode: 0o600 }),
      );
      const sha256 = hash.digest('hex');
      approve(sha256);
      await mkdir(dirname(this.path(sha256)), { recursive: true });
      await rename(draft, this.path(sha256));
      return { sha256, size };
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
}
