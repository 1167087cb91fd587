import { isUtf8 } from 'node:buffer';
import { AxisError } from '#core';
import { type Element } from './element.js';
import { faultAt } from './fault.js';
import { CONTENT_ELEMENT, type MarkupParser } from './markup-parser.js';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const CLOSING_BRACKET = 0x5d;
const LINE_FEED = 0x0a;
const NOTHING = Buffer.alloc(0);
const CONTENT_NAME = Buffer.from(CONTENT_ELEMENT);
const CDATA_START = Buffer.from('<![CDATA[');
const CDATA_END = Buffer.from(']]>');
const PIECE = 64 * 1024;
/** The end of a message that is whole, yet was not understood to its end: an `&` or a quote swallowed the rest. */
const ROOT_END = /<\/([\w.-]+:)?edXML\s*>\s*$/;
const LONGEST_ROOT_END = 64;
const LONGEST_DECLARATION = 200;

/** How much markup a message may have, apart from the contents of its attachments, in bytes. */
export const MOST_MARKUP = 32 * 1024 * 1024;

/** Takes the encoded content of attachments as it comes by. */
export interface ContentTaker {
  /** A content begins; it belongs to `attachment`. */
  begin(attachment: Element): void;
  /** The next bytes of it, still encoded, only valid during the call. */
  take(encoded: Uint8Array): void;
  /** The content holds something that cannot be encoded content. */
  spoil(): void;
  /** The content is over. */
  end(): void;
}

type Step = (bytes: Buffer) => Buffer;

/**
 * Divides the bytes of a message: markup goes to the parser as text, the contents of attachments go to `contents` as bytes, and what stands
 * before the first `<` is dropped. Holds no more than a few bytes from one piece to the next.
 */
export class ByteFeed {
  private step: Step = (bytes) => this.findStart(bytes);
  private held: Buffer = NOTHING;
  private fed = 0;
  private hasStarted = false;
  private lastFed = '';
  private head: Buffer = NOTHING;
  /** Set from the name of the content element to the end of its tag: there the feed stops at each `>`. */
  private isNearContent = false;

  constructor(
    private readonly parser: MarkupParser,
    private readonly contents: ContentTaker,
  ) {}

  /** Takes the next bytes, divided anyhow. */
  write(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let rest: Buffer = this.held.length > 0 ? Buffer.concat([this.held, bytes]) : bytes;
    this.held = NOTHING;
    while (rest.length > 0) rest = this.step(rest);
  }

  /** Ends the message. Throws when it is not whole. */
  end(): void {
    if (!this.hasStarted && this.held.length === 0) throw faultAt('EDXML_NOT_XML', '1:1', { at: 'không có thẻ nào' });
    const rest = this.held.subarray(0, wholeCharacters(this.held));
    if (this.hasStarted) this.feed(rest);
    if (this.parser.isComplete) return;
    if (ROOT_END.test(this.lastFed)) {
      throw faultAt('EDXML_NOT_XML', this.parser.at, { at: `sau ${this.parser.placeOfLastTag}` });
    }
    throw faultAt('EDXML_TRUNCATED', this.parser.at, { at: this.parser.place });
  }

  private findStart(bytes: Buffer): Buffer {
    const start = bytes.indexOf(LESS_THAN);
    if (start < 0) return NOTHING;
    if (start + 1 === bytes.length) return this.hold(bytes.subarray(start));
    if (bytes[start + 1] === 0 || bytes[start - 1] === 0)
      throw faultAt('EDXML_ENCODING', '1:1', { encoding: 'UTF-16' });
    this.parser.skipLines(linesIn(bytes.subarray(0, start)));
    this.hasStarted = true;
    this.head = bytes.subarray(start, start + LONGEST_DECLARATION);
    this.step = (more) => this.feedMarkup(more);
    return bytes.subarray(start);
  }

  private feedMarkup(bytes: Buffer): Buffer {
    if (this.parser.isComplete) return this.feedAfter(bytes);
    if (this.isNearContent) return this.feedTag(bytes);
    const name = bytes.indexOf(CONTENT_NAME);
    if (name < 0) return this.feedBut(CONTENT_NAME.length - 1, bytes);
    this.feed(bytes.subarray(0, name));
    this.isNearContent = true;
    return bytes.subarray(name);
  }

  private feedTag(bytes: Buffer): Buffer {
    const end = bytes.indexOf(GREATER_THAN);
    if (end < 0) return this.feedBut(3, bytes);
    const before = this.parser.tags;
    this.feed(bytes.subarray(0, end + 1));
    this.isNearContent = this.parser.tags === before;
    if (this.parser.contentOf) {
      this.contents.begin(this.parser.contentOf);
      this.step = (more) => this.passContent(more);
    }
    return bytes.subarray(end + 1);
  }

  private passContent(bytes: Buffer): Buffer {
    const end = bytes.indexOf(LESS_THAN);
    this.pass(end < 0 ? bytes : bytes.subarray(0, end));
    if (end < 0) return NOTHING;
    this.step = (more) => this.leaveContent(more);
    return bytes.subarray(end);
  }

  /** At a `<` inside a content: its end, a CDATA section, or something that has no place there. */
  private leaveContent(bytes: Buffer): Buffer {
    if (bytes[1] !== SLASH && CDATA_START.subarray(0, bytes.length).equals(bytes.subarray(0, CDATA_START.length))) {
      if (bytes.length < CDATA_START.length) return this.hold(bytes);
      this.step = (more) => this.passCdata(more);
      return bytes.subarray(CDATA_START.length);
    }
    if (bytes[1] !== SLASH) this.contents.spoil();
    this.contents.end();
    this.isNearContent = bytes[1] === SLASH;
    this.step = (more) => this.feedMarkup(more);
    return bytes;
  }

  private passCdata(bytes: Buffer): Buffer {
    const end = bytes.indexOf(CLOSING_BRACKET);
    this.pass(end < 0 ? bytes : bytes.subarray(0, end));
    if (end < 0) return NOTHING;
    const rest = bytes.subarray(end);
    if (rest.length < CDATA_END.length) return this.hold(rest);
    if (rest.subarray(0, CDATA_END.length).equals(CDATA_END)) {
      this.step = (more) => this.passContent(more);
      return rest.subarray(CDATA_END.length);
    }
    this.pass(rest.subarray(0, 1));
    return rest.subarray(1);
  }

  private pass(encoded: Buffer): void {
    this.contents.take(encoded);
    this.parser.skipLines(linesIn(encoded));
  }

  /** What follows the root is of no account: it only has to hold no second root, as far as it is text. */
  private feedAfter(bytes: Buffer): Buffer {
    this.fed += bytes.length;
    if (this.fed <= MOST_MARKUP) this.parser.write(bytes.toString('utf8'));
    return NOTHING;
  }

  /** Feeds all but the last bytes, which may be the beginning of something, and never divides a character. */
  private feedBut(last: number, bytes: Buffer): Buffer {
    const end = characterStart(bytes, bytes.length - last);
    this.feed(bytes.subarray(0, end));
    return this.hold(bytes.subarray(end));
  }

  private feed(bytes: Buffer): void {
    let from = 0;
    while (from < bytes.length && !this.parser.isComplete) {
      const end = bytes.length - from > PIECE ? characterStart(bytes, from + PIECE) : bytes.length;
      this.feedPiece(bytes.subarray(from, end));
      from = end;
    }
    if (from < bytes.length) this.feedAfter(bytes.subarray(from));
  }

  private feedPiece(piece: Buffer): void {
    this.fed += piece.length;
    if (this.fed > MOST_MARKUP) throw tooMuchMarkup(this.parser.at);
    if (isUtf8(piece)) {
      const markup = piece.toString('utf8');
      this.lastFed = (this.lastFed + markup.slice(-LONGEST_ROOT_END)).slice(-LONGEST_ROOT_END);
      return this.parser.write(markup);
    }
    const markup = piece.subarray(0, piece.lastIndexOf(GREATER_THAN) + 1);
    if (isUtf8(markup)) this.parser.write(markup.toString('utf8'));
    if (this.parser.isComplete) return;
    const declared = declaredEncoding(this.head);
    const encoding = declared ?? `byte không hợp lệ sau ${this.parser.place}`;
    throw faultAt('EDXML_ENCODING', this.parser.at, { encoding });
  }

  private hold(bytes: Buffer): Buffer {
    this.held = bytes;
    return NOTHING;
  }
}

/** The last place at or before `at` where a character begins. */
function characterStart(bytes: Buffer, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}

/** How many bytes there are without the last character, if that is not whole. */
function wholeCharacters(bytes: Buffer): number {
  const start = characterStart(bytes, bytes.length - 1);
  const lead = bytes[start] ?? 0;
  const needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return bytes.length - start < needed ? start : bytes.length;
}

/** The encoding an XML declaration at the start of the bytes gives, whatever they are written in. */
function declaredEncoding(bytes: Buffer): string | undefined {
  return /^<\?xml[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/.exec(bytes.toString('latin1'))?.[1];
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

function tooMuchMarkup(at: string): AxisError {
  const problem = {
    class: 'R',
    path: 'R.edXML',
    at,
    message: `Phần ngoài tệp đính kèm lớn hơn ${MOST_MARKUP} byte.`,
  } as const;
  return new AxisError('EDXML_INVALID', { count: 1 }, [problem]);
}
