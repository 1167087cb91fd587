import { type Hash, createHash } from 'node:crypto';
import { Base64Decoder } from './base64-decoder.js';
import { type ContentTaker } from './byte-feed.js';
import { type Element } from './element.js';

/** The decoded content of one attachment: its size and digest, why it does not decode if it does not, and its bytes if they were to be kept. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
  readonly fault: string | undefined;
  readonly kept: Buffer;
}

/** Decodes and measures the contents of attachments as they pass. Holds none of them unless told to keep them. */
export class AttachmentContents implements ContentTaker {
  private readonly contents = new Map<Element, Content>();
  private attachment: Element | undefined;
  private decoder = new Base64Decoder(() => undefined);
  private hash: Hash | undefined;
  private pieces: Buffer[] = [];

  constructor(private readonly keeps: boolean) {}

  /** The content that belongs to an Attachment element; undefined when it has none. */
  of(attachment: Element): Content | undefined {
    return this.contents.get(attachment);
  }

  begin(attachment: Element): void {
    const hash = createHash('sha256');
    this.attachment = attachment;
    this.hash = hash;
    this.pieces = [];
    this.decoder = new Base64Decoder((decoded) => {
      hash.update(decoded);
      if (this.keeps) this.pieces.push(Buffer.from(decoded));
    });
  }

  take(encoded: Uint8Array): void {
    this.decoder.write(encoded);
  }

  spoil(): void {
    this.decoder.fault ??= 'có phần tử con hoặc chú thích bên trong';
  }

  end(): void {
    this.decoder.end();
    const { bytes, fault } = this.decoder;
    if (!this.attachment || !this.hash) return;
    const content = { bytes, fault, sha256: this.hash.digest('hex'), kept: Buffer.concat(this.pieces) };
    if (!this.contents.has(this.attachment)) this.contents.set(this.attachment, content);
    this.attachment = undefined;
    this.pieces = [];
  }
}
