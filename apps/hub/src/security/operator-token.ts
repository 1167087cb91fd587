import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { secretIn } from '#wire';

/** The operators' bearer token: made at first start, kept in the data folder with mode 0600, where the CLI finds it. */
export class OperatorToken {
  private constructor(private readonly digest: Buffer) {}

  /** Reads the token in `file`, or makes one there. */
  static async in(file: string): Promise<OperatorToken> {
    const token = (await secretIn(file)) ?? (await makeOnce(file, randomBytes(32).toString('base64url')));
    return new OperatorToken(digestOf(token));
  }

  /** Compares in constant time. */
  is(token: string): boolean {
    return timingSafeEqual(digestOf(token), this.digest);
  }
}

/** Several hubs may share the folder and start at once: the file is there whole or not at all, and the first one's stays. */
async function makeOnce(file: string, token: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, `${token}\n`, { mode: 0o600 });
  try {
    await link(own, file);
    return token;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await secretIn(file)) ?? token;
  } finally {
    await rm(own);
  }
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
