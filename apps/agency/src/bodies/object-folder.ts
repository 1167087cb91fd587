import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';
import { AxisError } from '#core';

/** A body as it was taken: small ones in memory, larger ones as a file of the folder. */
export interface TakenBody {
  /** SHA-256, lower-case hex. */
  readonly digest: string;
  readonly size: number;
  /** Undefined when it was too large for memory and lies in the folder. */
  readonly bytes: Buffer | undefined;
  /** Whether this made the folder hold it; false when it was there before, or is in memory. */
  readonly isNewFile: boolean;
}

/** How much of a body may stay in memory, and how large it may be at all, in bytes. */
export interface BodyLimits {
  readonly inMemory: number;
  readonly atMost: number;
}

/** Large bodies as files named by their SHA-256, two letters of it a folder. A file is there whole or not at all, and on disk before `take` resolves. */
export class ObjectFolder {
  constructor(private readonly folder: string) {}

  /** Reads a body to its end; what exceeds `limits.inMemory` is streamed to a file. Throws BODY_TOO_LARGE, leaving nothing behind. */
  async take(source: AsyncIterable<Uint8Array>, limits: BodyLimits): Promise<TakenBody> {
    const hash = createHash('sha256');
    const held: Uint8Array[] = [];
    let size = 0;
    let file: PartFile | undefined;
    try {
      for await (const chunk of source) {
        hash.update(chunk);
        size += chunk.length;
        if (size > limits.atMost) throw new AxisError('BODY_TOO_LARGE', { bytes: size, limit: limits.atMost });
        held.push(chunk);
        if (size <= limits.inMemory) continue;
        file ??= await this.partFile();
        await file.write(held.splice(0));
      }
      const digest = hash.digest('hex');
      if (file === undefined) return { digest, size, bytes: Buffer.concat(held), isNewFile: false };
      const isNewFile = !(await this.has(digest));
      await file.keepAs(this.pathOf(digest));
      return { digest, size, bytes: undefined, isNewFile };
    } catch (error) {
      await file?.discard();
      throw error;
    }
  }

  /** The file of this digest, from its beginning. */
  read(digest: string): Readable {
    return createReadStream(this.pathOf(digest));
  }

  async has(digest: string): Promise<boolean> {
    return access(this.pathOf(digest)).then(
      () => true,
      () => false,
    );
  }

  /** Forgets a file; one that is not there is forgotten already. */
  async remove(digest: string): Promise<void> {
    await rm(this.pathOf(digest), { force: true });
  }

  private pathOf(digest: string): string {
    return join(this.folder, digest.slice(0, 2), digest);
  }

  private async partFile(): Promise<PartFile> {
    await mkdir(this.folder, { recursive: true });
    return PartFile.begin(join(this.folder, `part-${randomUUID()}`));
  }
}

/** A file while it grows, under a name nobody looks for. */
class PartFile {
  private constructor(
    private readonly path: string,
    private readonly handle: Awaited<ReturnType<typeof open>>,
  ) {}

  static async begin(path: string): Promise<PartFile> {
    return new PartFile(path, await open(path, 'wx', 0o600));
  }

  async write(chunks: readonly Uint8Array[]): Promise<void> {
    for (const chunk of chunks) await this.handle.appendFile(chunk);
  }

  async keepAs(path: string): Promise<void> {
    await this.handle.sync();
    await this.handle.close();
    await mkdir(dirname(path), { recursive: true });
    await rename(this.path, path);
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }
}
