const NOT_BASE64 = -1;
const BLANK = -2;
const PADDING = -3;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;

const MEANING = meanings();

/** One for all decoders: everything between filling it and handing it on is synchronous. */
const SCRATCH = Buffer.allocUnsafe(48 * 1024);

/** A reference to a blank, as some XML writers put it for the line ends of base64 (`&#13;`). */
const BLANK_REFERENCE = /^&#(?:9|10|13|32|[xX]0*(?:9|[aA]|[dD]|20));$/;
const LONGEST_REFERENCE = 10;

/**
 * Decodes base64 that comes in pieces, strictly: the alphabet of RFC 4648, whole groups of four, padding at the end only, blanks anywhere.
 * What is decoded goes to `take` in pieces that are only valid during the call. After a fault the rest is ignored.
 */
export class Base64Decoder {
  /** Why the text does not decode, in Vietnamese; undefined while it does. */
  fault: string | undefined;
  /** How many bytes were decoded so far. */
  bytes = 0;

  private bits = 0;
  private inGroup = 0;
  private padding = 0;
  private reference = '';

  constructor(private readonly take: (decoded: Buffer) => void) {}

  /** Takes the next piece of the text, as bytes. */
  write(text: Uint8Array): void {
    let at = 0;
    while (at < text.length && this.fault === undefined) {
      if (this.isBetweenGroups) at = this.takeGroups(text, at);
      if (at < text.length) this.takeByte(text[at++] ?? 0);
    }
  }

  private get isBetweenGroups(): boolean {
    return this.inGroup === 0 && this.padding === 0 && this.reference === '';
  }

  /** Decodes whole groups from `from` on; answers where it stopped: at a group that is not whole or holds anything but letters of the alphabet. */
  private takeGroups(text: Uint8Array, from: number): number {
    const end = text.length - 3;
    let at = from;
    let filled = 0;
    for (; at < end; at += 4) {
      const [first, second, third, fourth] = [
        MEANING[text[at] as number] as number,
        MEANING[text[at + 1] as number] as number,
        MEANING[text[at + 2] as number] as number,
        MEANING[text[at + 3] as number] as number,
      ];
      if ((first | second | third | fourth) < 0) break;
      if (filled === SCRATCH.length) filled = this.handOn(filled);
      SCRATCH[filled] = (first << 2) | (second >> 4);
      SCRATCH[filled + 1] = (second << 4) | (third >> 2);
      SCRATCH[filled + 2] = (third << 6) | fourth;
      filled += 3;
    }
    this.handOn(filled);
    return at;
  }

  private takeByte(byte: number): void {
    const value = MEANING[byte] ?? NOT_BASE64;
    if (value < 0 || this.reference !== '' || this.padding > 0) {
      this.takeUnusual(byte, value);
      return;
    }
    this.bits = (this.bits << 6) | value;
    if (++this.inGroup < 4) return;
    SCRATCH[0] = this.bits >> 16;
    SCRATCH[1] = this.bits >> 8;
    SCRATCH[2] = this.bits;
    this.bits = this.inGroup = 0;
    this.handOn(3);
  }

  /** Ends the text: checks that the last group is whole, and decodes it. */
  end(): void {
    if (this.fault !== undefined) return;
    const isWhole = this.inGroup + this.padding === (this.padding > 0 ? 4 : 0);
    if (this.reference !== '' || !isWhole) {
      this.fault = 'độ dài không phải bội số của 4, có thể đã bị cắt cụt';
      return;
    }
    if (this.padding > 0) this.decodePadded();
  }

  private decodePadded(): void {
    const bits = this.bits << (6 * this.padding);
    SCRATCH[0] = bits >> 16;
    SCRATCH[1] = bits >> 8;
    this.handOn(3 - this.padding);
  }

  private takeUnusual(byte: number, value: number): void {
    if (this.reference !== '' || byte === AMPERSAND) this.takeReference(byte);
    else if (value === BLANK) return;
    else if (value === PADDING) this.takePadding();
    else if (value === NOT_BASE64)
      this.fault = `có ký tự không thuộc base64 (byte 0x${byte.toString(16).padStart(2, '0')})`;
    else this.fault = 'còn dữ liệu sau dấu kết thúc "="';
  }

  private takePadding(): void {
    this.padding++;
    if (this.inGroup < 2 || this.inGroup + this.padding > 4) this.fault = 'dấu "=" đặt sai chỗ';
  }

  private takeReference(byte: number): void {
    this.reference += String.fromCharCode(byte);
    const isComplete = byte === SEMICOLON;
    if (isComplete ? !BLANK_REFERENCE.test(this.reference) : this.reference.length > LONGEST_REFERENCE) {
      this.fault = 'có thực thể XML không thuộc base64';
    }
    if (isComplete) this.reference = '';
  }

  private handOn(filled: number): number {
    if (filled > 0) this.take(SCRATCH.subarray(0, filled));
    this.bytes += filled;
    return 0;
  }
}

function meanings(): Int8Array {
  const table = new Int8Array(256).fill(NOT_BASE64);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (const [value, letter] of [...alphabet].entries()) table[letter.charCodeAt(0)] = value;
  for (const blank of ' \t\r\n') table[blank.charCodeAt(0)] = BLANK;
  table['='.charCodeAt(0)] = PADDING;
  return table;
}
