import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The operators' bearer token: made at first start, kept in the data folder with mode 0600, where the CLI finds it. */
export class OperatorToken {
  private constructor(private readonly digest: Buffer) {}

  /** Reads the token in `file`, or makes one there. */
  static async in(file: string): Promise<OperatorToken> {
    await mkdir(dirname(file), { recursive: true });
    const fresh = randomBytes(32).toString('base64url');
    try {
      await writeFile(file, `${fresh}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    }
    return new OperatorToken(digestOf((await readFile(file, 'utf8')).trim()));
  }

  /** Compares in constant time. */
  is(token: string): boolean {
    return timingSafeEqual(digestOf(token), this.digest);
  }
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
