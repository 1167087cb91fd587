import { type Day, type Priority, type Problem, isAgencyCode, parseAgencyCode } from '#core';
import { type DocumentHeader, type Party, type Reference } from '../header.js';
import { type Element, childOf } from './element.js';
import { Fields } from './fields.js';
import { readBusiness, readTrace } from './read-business.js';
import { readParty, readReference } from './read-party.js';

/** The path of a recipient named twice; the one fault with an error code of its own. */
export const DUPLICATE_RECIPIENT = 'M.MessageHeader.To.OrganId';

/** Reads everything a document says of itself from its envelope, noting every fault. */
export function readHeader(envelope: Element, problems: Problem[], today: Day | undefined): DocumentHeader {
  const header = new Fields(childOf(envelope, 'edXMLHeader'), '', problems);
  const message = header.child('MessageHeader', 'needed');
  const trace = header.child('TraceHeaderList', 'needed');
  return {
    ...readWho(message),
    ...readWhat(message, today),
    ...readOther(message.child('OtherInfo')),
    ...readAnswers(message),
    trace: readTrace(trace),
    business: readBusiness(trace),
    manifest: readManifest(new Fields(childOf(envelope, 'edXMLBody'), 'edXMLBody', problems)),
  };
}

function readWho(message: Fields): Pick<DocumentHeader, 'from' | 'to' | 'toPlaces'> {
  const to = message.each('To');
  if (to.length === 0) message.note('N', 'To', { message: 'Thiếu To: văn bản không có nơi nhận.' });
  return {
    from: readParty(message.child('From', 'needed')),
    to: readRecipients(to),
    toPlaces: message.child('ToPlaces').texts('Place', 150),
  };
}

function readRecipients(to: readonly Fields[]): Party[] {
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

type What =
  | 'documentId'
  | 'number'
  | 'notation'
  | 'place'
  | 'promulgatedOn'
  | 'type'
  | 'subject'
  | 'content'
  | 'signer'
  | 'dueOn';

function readWhat(message: Fields, today: Day | undefined): Pick<DocumentHeader, What> {
  const code = message.child('Code', 'needed');
  const promulgation = message.child('PromulgationInfo', 'needed');
  return {
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
  };
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

type Other = 'priority' | 'sphere' | 'typerNotation' | 'copies' | 'pages' | 'direction' | 'appendixes';

function readOther(fields: Fields): Pick<DocumentHeader, Other> {
  return {
    priority: (fields.choice('Priority', 4) ?? 0) as Priority,
    sphere: fields.optional('SphereOfPromulgation', 100),
    typerNotation: fields.optional('TyperNotation', 10),
    copies: fields.count('PromulgationAmount', 999),
    pages: fields.count('PageAmount', 999),
    direction: fields.optional('Direction'),
    appendixes: fields.child('Appendixes').texts('Appendix'),
  };
}

type Answers = 'responseFor' | 'steering' | 'taskCodes' | 'applicationType';

function readAnswers(message: Fields): Pick<DocumentHeader, Answers> {
  return {
    responseFor: message.each('ResponseFor').map(readReference),
    steering: message.choice('SteeringType', 2),
    taskCodes: message.child('ResponseForTask').texts('TaskCode'),
    applicationType: message.optional('ApplicationType'),
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
