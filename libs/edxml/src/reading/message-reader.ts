import { AxisError, type Problem } from '#core';
import { type Attachment, type AttachmentNote } from '../attachment.js';
import { type Envelope, type ReadOptions } from '../envelope.js';
import { type DocumentHeader } from '../header.js';
import { AttachmentContents, type Content } from './attachment-contents.js';
import { ByteFeed } from './byte-feed.js';
import { type Element, childOf, childrenOf } from './element.js';
import { MarkupParser } from './markup-parser.js';
import { DUPLICATE_RECIPIENT, readHeader } from './read-header.js';
import { isStatus, readStatus } from './read-status.js';

/** A message read to its end: the envelope, and the attachments with their contents if they were to be kept. */
export interface ReadMessage {
  readonly envelope: Envelope;
  readonly attachments: readonly Attachment[];
}

/** Reads one message in one pass: `write` its bytes as they come, then `end`. Throws AxisError with one of the EDXML codes, RECIPIENT_DUPLICATE or ATTACHMENT_UNDECODABLE. */
export class MessageReader {
  private readonly parser = new MarkupParser();
  private readonly contents: AttachmentContents;
  private readonly feed: ByteFeed;
  private readonly problems: Problem[] = [];

  constructor(
    private readonly options: ReadOptions,
    keepsContents: boolean,
  ) {
    this.contents = new AttachmentContents(keepsContents);
    this.feed = new ByteFeed(this.parser, this.contents);
  }

  /** Takes the next bytes, divided anyhow. */
  write(chunk: Uint8Array): void {
    this.feed.write(chunk);
  }

  /** Ends the message and says what it was. */
  end(): ReadMessage {
    this.feed.end();
    const envelope = childOf(this.parser.root, 'edXMLEnvelope');
    if (!envelope) throw invalid([missing('edXMLEnvelope', this.parser.root)]);
    if (!childOf(envelope, 'edXMLHeader')) throw invalid([missing('edXMLHeader', envelope)]);
    return isStatus(envelope) ? this.endStatus(envelope) : this.endDocument(envelope);
  }

  private endStatus(envelope: Element): ReadMessage {
    const status = readStatus(envelope, this.problems);
    refuseFaulty(this.problems);
    return { envelope: { kind: 'status', status }, attachments: [] };
  }

  private endDocument(envelope: Element): ReadMessage {
    const header = readHeader(envelope, this.problems, this.options.today);
    const found = this.findAttachments(header);
    refuseFaulty(this.problems);
    const faulty = found.find(({ content }) => content.fault !== undefined);
    if (faulty) throw undecodable(faulty);
    return {
      envelope: { kind: 'document', header, attachments: found.map(({ note }) => note) },
      attachments: found.map(({ note, content, description }) => ({
        contentId: note.contentId,
        name: note.name,
        contentType: note.contentType,
        description,
        content: content.kept,
      })),
    };
  }

  private findAttachments(header: DocumentHeader): FoundAttachment[] {
    const elements = childrenOf(this.parser.root, 'AttachmentEncoded').flatMap((list) =>
      childrenOf(list, 'Attachment'),
    );
    return elements.flatMap((element) => {
      const content = this.contents.of(element);
      if (!content && !childOf(element, 'ContentTransferEncoded')) this.problems.push(missingContent(element));
      return [{ ...describe(element, content ?? NO_CONTENT, header), at: placeOf(element) }];
    });
  }
}

interface FoundAttachment {
  readonly note: AttachmentNote;
  readonly description: string | undefined;
  readonly content: Content;
  readonly at: string;
}

/** The SHA-256 of nothing. */
const DIGEST_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const NO_CONTENT: Content = { bytes: 0, sha256: DIGEST_OF_NOTHING, fault: undefined, kept: Buffer.alloc(0) };

/** An attachment without a name or a type has those the manifest gives it. */
function describe(element: Element, content: Content, header: DocumentHeader): Omit<FoundAttachment, 'at'> {
  const text = (name: string): string | undefined => childOf(element, name)?.text.trim() || undefined;
  const contentId = text('ContentId') ?? '';
  const listed = header.manifest.find((reference) => reference.contentId === contentId);
  const name = text('AttachmentName') ?? listed?.name ?? contentId;
  const contentType = text('ContentType') ?? listed?.contentType ?? 'application/octet-stream';
  return {
    note: { contentId, name, contentType, bytes: content.bytes, sha256: content.sha256 },
    description: text('Description') ?? listed?.description,
    content,
  };
}

function refuseFaulty(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const repeated = problems[0]?.value;
  if (problems.every(({ path }) => path === DUPLICATE_RECIPIENT))
    throw new AxisError('RECIPIENT_DUPLICATE', { code: repeated }, problems);
  throw invalid(problems);
}

function invalid(problems: readonly Problem[]): AxisError {
  return new AxisError('EDXML_INVALID', { count: problems.length }, problems);
}

function missing(name: string, within: Element | undefined): Problem {
  return { class: 'N', path: `N.${name}`, at: placeOf(within), message: `Thiếu ${name}.` };
}

function undecodable({ note: { name }, content: { fault: reason }, at }: FoundAttachment): AxisError {
  const path = 'T.AttachmentEncoded.Attachment.ContentTransferEncoded';
  const problem = {
    class: 'T',
    path,
    at,
    value: name,
    message: `Tệp đính kèm không giải mã được: ${reason ?? ''}.`,
  } as const;
  return new AxisError('ATTACHMENT_UNDECODABLE', { name, reason }, [problem]);
}

function placeOf(element: Element | undefined): string {
  return `${element?.line ?? 1}:${element?.column ?? 1}`;
}

function missingContent(attachment: Element): Problem {
  return {
    class: 'N',
    path: 'N.AttachmentEncoded.Attachment.ContentTransferEncoded',
    at: placeOf(attachment),
    message: 'Tệp đính kèm không có nội dung.',
  };
}
