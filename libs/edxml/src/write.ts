import { wireDate } from '#core';
import { type Attachment, type EdxmlDocument } from './attachment.js';
import { type DocumentHeader, type Reference, type StatusMessage } from './header.js';
import { EDXML_NAMESPACE } from './namespace.js';
import { writeBusiness } from './writing/write-business.js';
import { writeParty, writeStatusParty, writeStatusStaff } from './writing/write-party.js';
import { type Markup, element, field, lines, optional, texts } from './writing/markup.js';

const OPENING = `<?xml version="1.0" encoding="UTF-8"?>\n<edXML xmlns="${EDXML_NAMESPACE}">\n  <edXML:edXMLEnvelope xmlns:edXML="${EDXML_NAMESPACE}">\n`;
/** Of what stands in the envelope. */
const INDENT = '    ';
const CLOSING_ENVELOPE = '  </edXML:edXMLEnvelope>\n';
const CLOSING = '</edXML>\n';

/**
 * Writes a document as edXML, UTF-8, in the layout of the official samples. Fields that are undefined are left out. Without a manifest of its own a document gets
 * one from its attachments. What is written is not checked: read it to know.
 */
export function writeDocument(document: EdxmlDocument): Buffer {
  const { header, attachments } = document;
  const envelope = [
    ...element('edXMLHeader', [...writeMessageHeader(header), ...writeTrace(header)]),
    ...writeManifest(header.manifest.length > 0 ? header.manifest : attachments),
  ];
  return Buffer.concat([
    Buffer.from(OPENING + lines(envelope, INDENT) + CLOSING_ENVELOPE),
    ...writeAttachments(attachments),
    Buffer.from(CLOSING),
  ]);
}

/** Writes a status as edXML, UTF-8, in the layout of the official samples. All its fields are written, empty ones too. */
export function writeStatus(status: StatusMessage): Buffer {
  const { responseFor } = status;
  const message = element('MessageHeader', [
    ...element('From', writeStatusParty(status.from)),
    ...element('ResponseFor', [
      field('OrganId', responseFor.organId),
      field('Code', responseFor.code),
      field('PromulgationDate', wireDate(responseFor.promulgatedOn)),
      field('DocumentId', responseFor.documentId),
    ]),
    ...element('StaffInfo', writeStatusStaff(status.staff)),
    field('StatusCode', status.statusCode),
    field('Description', status.description),
    field('Timestamp', status.at),
  ]);
  return Buffer.from(OPENING + lines(element('edXMLHeader', message), INDENT) + CLOSING_ENVELOPE + CLOSING);
}

function writeMessageHeader(header: DocumentHeader): Markup {
  return element('MessageHeader', [
    ...element('From', writeParty(header.from)),
    ...header.to.flatMap((party) => element('To', writeParty(party))),
    field('DocumentId', header.documentId),
    ...element('Code', [field('CodeNumber', header.number), field('CodeNotation', header.notation)]),
    ...element('PromulgationInfo', [
      ...optional('Place', header.place),
      field('PromulgationDate', wireDate(header.promulgatedOn)),
    ]),
    ...writeType(header),
    field('Subject', header.subject),
    ...optional('Content', header.content),
    ...writeSigner(header),
    ...optional('DueDate', header.dueOn && wireDate(header.dueOn)),
    ...texts('ToPlaces', 'Place', header.toPlaces),
    ...writeOther(header),
    ...writeAnswers(header),
  ]);
}

function writeType({ type }: DocumentHeader): Markup {
  return element('DocumentType', [
    field('Type', String(type.group)),
    ...optional('TypeDetail', type.detail),
    field('TypeName', type.name),
  ]);
}

function writeSigner({ signer }: DocumentHeader): Markup {
  return element('SignerInfo', [
    field('Competence', signer.competence),
    field('Position', signer.position),
    field('FullName', signer.fullName),
  ]);
}

function writeOther(header: DocumentHeader): Markup {
  return element('OtherInfo', [
    field('Priority', String(header.priority)),
    ...optional('SphereOfPromulgation', header.sphere),
    ...optional('TyperNotation', header.typerNotation),
    ...optional('PromulgationAmount', header.copies),
    ...optional('PageAmount', header.pages),
    ...optional('Direction', header.direction),
    ...texts('Appendixes', 'Appendix', header.appendixes),
  ]);
}

function writeAnswers(header: DocumentHeader): Markup {
  const answered = header.responseFor.flatMap((reference) =>
    element('ResponseFor', [
      ...optional('OrganId', reference.organId),
      ...optional('Code', reference.code),
      ...optional('PromulgationDate', reference.promulgatedOn && wireDate(reference.promulgatedOn)),
      ...optional('DocumentId', reference.documentId),
    ]),
  );
  return [
    ...answered,
    ...optional('SteeringType', header.steering),
    ...texts('ResponseForTask', 'TaskCode', header.taskCodes),
    ...optional('ApplicationType', header.applicationType),
  ];
}

function writeTrace(header: DocumentHeader): Markup {
  const hops = header.trace.flatMap((hop) =>
    element('TraceHeader', [field('OrganId', hop.code), field('Timestamp', hop.at)]),
  );
  return element('TraceHeaderList', [...hops, ...writeBusiness(header.business)]);
}

function writeManifest(references: readonly Reference[]): Markup {
  if (references.length === 0) return [];
  const listed = references.flatMap((reference) =>
    element('Reference', [
      field('ContentId', reference.contentId),
      ...optional('ContentType', reference.contentType),
      ...optional('Description', reference.description),
      ...optional('AttachmentName', reference.name),
    ]),
  );
  return element('edXMLBody', element('edXMLManifest', listed, ' version="1.0"'));
}

/** The attachments' elements stand in the default namespace, only the content is prefixed: so the official files have it. */
function writeAttachments(attachments: readonly Attachment[]): Buffer[] {
  if (attachments.length === 0) return [];
  const written = attachments.flatMap((attachment) => {
    const own = [
      field('ContentId', attachment.contentId, ''),
      field('AttachmentName', attachment.name, ''),
      ...optional('Description', attachment.description, ''),
      field('ContentType', attachment.contentType, ''),
    ];
    return [
      Buffer.from(
        `    <Attachment>\n${lines(own, '      ')}      <edXML:ContentTransferEncoded xmlns:edXML="${EDXML_NAMESPACE}">`,
      ),
      Buffer.from(attachment.content.toString('base64'), 'latin1'),
      Buffer.from('</edXML:ContentTransferEncoded>\n    </Attachment>\n'),
    ];
  });
  return [Buffer.from('  <AttachmentEncoded>\n'), ...written, Buffer.from('  </AttachmentEncoded>\n')];
}
