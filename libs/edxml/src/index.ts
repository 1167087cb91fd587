/** Reads and writes edXML, the message format of the axis. */
export { type Attachment, type AttachmentNote, type EdxmlDocument } from './attachment.js';
export { attachmentContent } from './attachment-content.js';
export { composeDocument, type Naming, namingOf } from './composing/compose-document.js';
export { type AgencyNames, type DocumentForm, type FormFile } from './composing/document-form.js';
export { partyOf } from './composing/party-of.js';
export { type Envelope, type ReadOptions } from './envelope.js';
export {
  type Business,
  type DocumentHeader,
  type DocumentReference,
  type Hop,
  type Party,
  type ReceiverChange,
  type Reference,
  type Replaced,
  type Staff,
  type StatusMessage,
} from './header.js';
export { EDXML_NAMESPACE } from './namespace.js';
export { readDocument, readEnvelope, readEnvelopeStream } from './read.js';
export { writeDocument, writeStatus } from './write.js';
