import { AxisError } from '#core';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { EDXML_NAMESPACE } from '../namespace.js';
import { type Element } from './element.js';
import { faultAt } from './fault.js';

/** Real messages nest 12 levels deep; a parser that follows 200,000 of them takes minutes. */
export const DEEPEST = 32;
/** Enough for 40,000 recipients; a message of nothing but empty tags is stopped here. */
export const MOST_ELEMENTS = 400_000;

/** The element whose text is not given to the parser. */
export const CONTENT_ELEMENT = 'ContentTransferEncoded';

const NO_CHILDREN: Element[] = [];

/**
 * Reads the markup of a message, piece by piece, into a tree by local names; a Signature is passed over. Throws as soon as the markup is not well-formed,
 * is not edXML, nests too deep, has a doctype or declares another encoding than UTF-8. What follows the root element is not looked at, but a second root is refused.
 */
export class MarkupParser {
  root: Element | undefined;
  isComplete = false;
  /** The Attachment (or whatever it is) in whose encoded content the last piece ended; undefined elsewhere. */
  contentOf: Element | undefined;
  /** Counts tags, so that a caller sees whether a piece had one. */
  tags = 0;

  private readonly saxes = new SaxesParser({ xmlns: true });
  private readonly open: Element[] = [];
  private depth = 0;
  private signatureDepth = 0;
  private elements = 0;
  private latest: Element | undefined;

  /** Six handlers, no more: with a seventh V8 takes the parser for a dictionary, and reading takes four times as long. */
  constructor() {
    this.saxes.on('error', (error) => this.failed(error));
    this.saxes.on('doctype', () => this.refuse('EDXML_DOCTYPE'));
    this.saxes.on('opentag', (tag) => this.opened(tag));
    this.saxes.on('closetag', (tag) => this.closed(tag));
    const takeText = (text: string): void => this.takeText(text);
    this.saxes.on('text', takeText);
    this.saxes.on('cdata', takeText);
  }

  /** Takes the next piece of markup. */
  write(markup: string): void {
    this.saxes.write(markup);
  }

  /** Counts lines that were not given to the parser, so that places are right after them. */
  skipLines(lines: number): void {
    this.saxes.line += lines;
  }

  /** Where the parser is, for people. */
  get place(): string {
    return `dòng ${this.saxes.line}, cột ${this.saxes.column + 1}`;
  }

  /** Where the parser is, as problems say it: `line:column`. */
  get at(): string {
    return `${this.saxes.line}:${this.saxes.column + 1}`;
  }

  /** Where the content of the last element that was opened begins, for people. */
  get placeOfLastTag(): string {
    return `dòng ${this.latest?.line ?? 1}, cột ${this.latest?.column ?? 1}`;
  }

  private opened(tag: SaxesTagNS): void {
    this.tags++;
    if (this.isComplete) this.refuse('EDXML_NOT_XML');
    if (++this.depth > DEEPEST) this.refuse('EDXML_TOO_DEEP', { limit: DEEPEST });
    if (this.signatureDepth > 0) return;
    if (++this.elements > MOST_ELEMENTS) throw tooManyElements(this.at);
    const element = {
      name: tag.local,
      text: '',
      children: NO_CHILDREN,
      line: this.saxes.line,
      column: this.saxes.column + 1,
    };
    this.latest = element;
    const parent = this.open.at(-1);
    if (!parent) {
      this.checkEncoding(this.saxes.xmlDecl.encoding);
      this.root = this.checkedRoot(tag, element);
    } else if (tag.local === 'Signature') {
      this.signatureDepth = this.depth;
      return;
    } else adopt(parent, element);
    this.open.push(element);
    if (tag.local === CONTENT_ELEMENT && !tag.isSelfClosing) this.contentOf = parent;
  }

  private closed(tag: SaxesTagNS): void {
    this.tags++;
    if (tag.local === CONTENT_ELEMENT) this.contentOf = undefined;
    if (this.signatureDepth === 0) this.open.pop();
    else if (this.signatureDepth === this.depth) this.signatureDepth = 0;
    this.depth--;
    this.isComplete ||= this.depth === 0;
  }

  private takeText(text: string): void {
    const element = this.signatureDepth > 0 ? undefined : this.open.at(-1);
    if (element && element.children.length === 0) element.text += text;
  }

  private failed(error: Error): void {
    if (this.isComplete) return;
    if (!this.root && error.message.includes('unbound namespace prefix')) {
      throw faultAt('EDXML_WRONG_NAMESPACE', this.at, { namespace: '' }, error);
    }
    throw faultAt('EDXML_NOT_XML', this.at, { at: this.place }, error);
  }

  private refuse(code: 'EDXML_DOCTYPE' | 'EDXML_TOO_DEEP' | 'EDXML_NOT_XML', details: { limit?: number } = {}): never {
    throw faultAt(code, this.at, { ...details, at: this.place });
  }

  private checkEncoding(encoding: string | undefined): void {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw faultAt('EDXML_ENCODING', this.at, { encoding });
  }

  private checkedRoot(tag: SaxesTagNS, element: Element): Element {
    if (tag.local !== 'edXML') throw faultAt('EDXML_WRONG_ROOT', this.at, { root: tag.name });
    if (tag.uri !== EDXML_NAMESPACE) throw faultAt('EDXML_WRONG_NAMESPACE', this.at, { namespace: tag.uri });
    return element;
  }
}

function adopt(parent: Element, child: Element): void {
  if (parent.children === NO_CHILDREN) parent.children = [child];
  else parent.children.push(child);
  parent.text = '';
}

function tooManyElements(at: string): AxisError {
  const problem = { class: 'R', path: 'R.edXML', at, message: `Văn bản có hơn ${MOST_ELEMENTS} phần tử.` } as const;
  return new AxisError('EDXML_INVALID', { count: 1 }, [problem]);
}
