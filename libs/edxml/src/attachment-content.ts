import { type Element } from './reading/element.js';
import { Base64Decoder } from './reading/base64-decoder.js';
import { ByteFeed, type ContentTaker } from './reading/byte-feed.js';
import { MarkupParser } from './reading/markup-parser.js';

/**
 * The decoded content of the n-th attachment (from 1) of a message that has been read before, as its bytes come in: no more than a piece
 * of it is held. Nothing for a message with fewer attachments; what follows the attachment is not read.
 */
export async function* attachmentContent(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  n: number,
): AsyncGenerator<Buffer, void, undefined> {
  const content = new OneContent(n);
  const feed = new ByteFeed(new MarkupParser(), content);
  for await (const chunk of chunks) {
    feed.write(chunk);
    yield* content.handOver();
    if (content.isOver) return;
  }
}

/** Decodes the content of one attachment and lets the others pass. */
class OneContent implements ContentTaker {
  isOver = false;
  private readonly seen = new Set<Element>();
  private isWanted = false;
  private pieces: Buffer[] = [];
  private readonly decoder = new Base64Decoder((decoded) => this.pieces.push(Buffer.from(decoded)));

  constructor(private readonly n: number) {}

  /** What was decoded since it was asked last. */
  handOver(): readonly Buffer[] {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }

  begin(attachment: Element): void {
    const isFirst = !this.seen.has(attachment);
    this.seen.add(attachment);
    this.isWanted = isFirst && this.seen.size === this.n;
  }

  take(encoded: Uint8Array): void {
    if (this.isWanted) this.decoder.write(encoded);
  }

  spoil(): void {
    // A message with such a content has been refused when it was read.
  }

  end(): void {
    if (!this.isWanted) return;
    this.decoder.end();
    this.isWanted = false;
    this.isOver = true;
  }
}
