import { type DocumentHeader } from './header.js';

/** What is known of an attachment that was read past without being held: its decoded size, and its SHA-256 in lower-case hex. */
export interface AttachmentNote {
  readonly contentId: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** An attachment with its decoded content. */
export interface Attachment {
  readonly contentId: string;
  readonly name: string;
  readonly contentType: string;
  readonly description?: string | undefined;
  readonly content: Buffer;
}

/** A document with its attachments in memory. */
export interface EdxmlDocument {
  readonly header: DocumentHeader;
  readonly attachments: readonly Attachment[];
}
