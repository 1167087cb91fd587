import { type Problem } from '#core';
import { type StatusMessage } from '../header.js';
import { type Element, childOf } from './element.js';
import { Fields } from './fields.js';
import { LONGEST_CODE, readParty, readStaff } from './read-party.js';

/** Whether the envelope holds a status: it gives a StatusCode, or at least is signed by a contact and has no trace. */
export function isStatus(envelope: Element): boolean {
  const header = childOf(envelope, 'edXMLHeader');
  const message = childOf(header, 'MessageHeader');
  if (childOf(message, 'StatusCode')) return true;
  return childOf(message, 'StaffInfo') !== undefined && childOf(header, 'TraceHeaderList') === undefined;
}

/** Reads a status, noting every fault. Whether its code exists and may follow the one before is judged by the rules of the axis, not here. */
export function readStatus(envelope: Element, problems: Problem[]): StatusMessage {
  const message = new Fields(childOf(envelope, 'edXMLHeader'), '', problems).child('MessageHeader', 'needed');
  const staff = message.child('StaffInfo', 'needed');
  return {
    from: readParty(message.child('From', 'needed'), 'all'),
    responseFor: readResponseFor(message.child('ResponseFor', 'needed')),
    staff: readStaff(staff, 'all'),
    statusCode: message.text('StatusCode', 2),
    description: message.text('Description', undefined, 'present'),
    at: message.timestamp('Timestamp'),
  };
}

function readResponseFor(fields: Fields): StatusMessage['responseFor'] {
  return {
    organId: fields.text('OrganId', LONGEST_CODE),
    code: fields.text('Code', 100),
    promulgatedOn: fields.day('PromulgationDate', 'filled') ?? '',
    documentId: fields.text('DocumentId', 100),
  };
}
