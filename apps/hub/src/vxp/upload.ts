import { createHash } from 'node:crypto';
import { AxisError } from '#core';
import { unpaddedHex } from '#wire';

const LINE_END = Buffer.from('\r\n');

/**
 * The file in the body of sendEdoc: passes its bytes on as they come, holding back the CRLF that the client appends, and
 * holds them against hash-file at the end. A file that itself ends so, and whose digest counts it, keeps it.
 */
export class Upload {
  /** SHA-256 of the file, lower-case hex; empty until it has come whole. */
  sha256 = '';

  constructor(
    private readonly chunks: AsyncIterable<Uint8Array>,
    private readonly expected: string,
  ) {}

  /** @throws AxisError VXP_FILE_HASH_MISMATCH at the end of the bytes */
  async *bytes(): AsyncIterable<Uint8Array> {
    const hash = createHash('sha256');
    let held = Buffer.alloc(0);
    for await (const chunk of this.chunks) {
      const bytes = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
      const keep = Math.min(bytes.length, LINE_END.length);
      held = Buffer.from(bytes.subarray(bytes.length - keep));
      const ready = bytes.subarray(0, bytes.length - keep);
      hash.update(ready);
      if (ready.length > 0) yield ready;
    }
    const end = held.equals(LINE_END) ? Buffer.alloc(0) : held;
    const plain = hash.copy().update(end).digest('hex');
    const whole = hash.update(held).digest('hex');
    if (!this.isExpected(plain) && !this.isExpected(whole)) {
      throw new AxisError('VXP_FILE_HASH_MISMATCH', { expected: this.expected, actual: unpaddedHex(plain) });
    }
    const isPlain = this.isExpected(plain);
    this.sha256 = isPlain ? plain : whole;
    const last = isPlain ? end : held;
    if (last.length > 0) yield last;
  }

  /** In the client's spelling, or as everybody else writes a digest. */
  private isExpected(sha256: string): boolean {
    const expected = this.expected.toLowerCase();
    return expected === sha256 || expected === unpaddedHex(sha256);
  }
}
