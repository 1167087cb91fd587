import { type Day } from '#core';
import { type AttachmentNote } from './attachment.js';
import { type DocumentHeader, type StatusMessage } from './header.js';

/** A message without the content of its attachments. */
export type Envelope =
  | { readonly kind: 'document'; readonly header: DocumentHeader; readonly attachments: readonly AttachmentNote[] }
  | { readonly kind: 'status'; readonly status: StatusMessage };

/** What the reader has to be told. `today` (`yyyy-MM-dd`, Hanoi) is the last day a document may be promulgated on; without it no date is in the future. */
export interface ReadOptions {
  readonly today?: Day | undefined;
}
