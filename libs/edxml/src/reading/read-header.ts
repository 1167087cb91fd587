import { type Day, type Priority, type Problem, isAgencyCode, parseAgencyCode } from '#core';
import { type DocumentHeader, type Party, type Reference } from '../header.js';
import { type Element, childOf } from './element.js';
import { Fields } from './fields.js';
import { readBusiness, readTrace } from './read-business.js';
import { readParty, readReference } from './read-party.js';

/** The path of a recipient named twice; the one fault with an error code of its own. */
export const DUPLICATE_RECIPIENT = 'M.MessageHeader.To.OrganId';

/** Reads everything a document says of itself from its envelope, noting every fault. One flat literal on purpose: spreading parts into it takes three times as long. */
export function readHeader(envelope: Element, problems: Problem[], today: Day | undefined): DocumentHeader {
  const header = new Fields(childOf(envelope, 'edXMLHeader'), '', problems);
  const body = new Fields(childOf(envelope, 'edXMLBody'), 'edXMLBody', problems);
  const message = header.child('MessageHeader', 'needed');
  const code = message.child('Code', 'needed');
  const promulgation = message.child('PromulgationInfo', 'needed');
  const other = message.child('OtherInfo');
  const trace = header.child('TraceHeaderList', 'needed');
  return {
    from: readParty(message.child('From', 'needed')),
    to: readRecipients(message),
    documentId: message.text('DocumentId', 100),
    number: code.text('CodeNumber', 11),
    notation: code.text('CodeNotation', 30),
    place: promulgation.optional('Place', 50),
    promulgatedOn: promulgation.day('PromulgationDate', 'filled', today) ?? '',
    type: readType(message.child('DocumentType', 'needed')),
    subject: message.text('Subject', 500),
    content: message.optional('Content', 500),
    signer: readSigner(message.child('SignerInfo', 'needed')),
    dueOn: message.day('DueDate'),
    toPlaces: message.child('ToPlaces').texts('Place', 150),
    priority: (other.choice('Priority', 4) ?? 0) as Priority,
    sphere: other.optional('SphereOfPromulgation', 100),
    typerNotation: other.optional('TyperNotation', 10),
    copies: other.count('PromulgationAmount', 999),
    pages: other.count('PageAmount', 999),
    direction: other.optional('Direction'),
    appendixes: other.child('Appendixes').texts('Appendix'),
    responseFor: message.each('ResponseFor').map(readReference),
    steering: message.choice('SteeringType', 2),
    taskCodes: message.child('ResponseForTask').texts('TaskCode'),
    applicationType: message.optional('ApplicationType'),
    trace: readTrace(trace),
    business: readBusiness(trace),
    manifest: readManifest(body),
  };
}

function readRecipients(message: Fields): Party[] {
  const to = message.each('To');
  if (to.length === 0) message.note('N', 'To', { message: 'Thiếu To: văn bản không có nơi nhận.' });
  const seen = new Set<string>();
  return to.map((fields) => {
    const party = readParty(fields);
    const code = isAgencyCode(party.code) ? parseAgencyCode(party.code) : party.code;
    if (code !== '' && seen.has(code))
      fields.note('M', 'OrganId', { message: `Nơi nhận ${party.code} được ghi nhiều lần.`, value: party.code });
    seen.add(code);
    return party;
  });
}

function readType(fields: Fields): DocumentHeader['type'] {
  return {
    group: fields.integer('Type', 'filled') ?? 0,
    detail: fields.integer('TypeDetail'),
    name: fields.text('TypeName', 100),
  };
}

/** Who signs in his own right has no competence (`KT.`, `TL.`) to give, so it and the position may be empty. */
function readSigner(fields: Fields): DocumentHeader['signer'] {
  return {
    competence: fields.text('Competence', 100, 'present'),
    position: fields.text('Position', 100, 'present'),
    fullName: fields.text('FullName', 50),
  };
}

function readManifest(body: Fields): Reference[] {
  const references = body.child('edXMLManifest').each('Reference');
  return references.map((fields) => ({
    contentId: fields.text('ContentId', undefined, 'optional'),
    contentType: fields.optional('ContentType'),
    description: fields.optional('Description'),
    name: fields.optional('AttachmentName'),
  }));
}
