import { type BusinessType } from '#core';
import { type Business, type Hop, type Replaced } from '../header.js';
import { type Fields } from './fields.js';
import { LONGEST_CODE, readStaff } from './read-party.js';

/** The places a message passed. The sender at least has to be there. */
export function readTrace(list: Fields): Hop[] {
  const hops = list.each('TraceHeader');
  if (hops.length === 0) list.note('N', 'TraceHeader', { message: 'Thiếu TraceHeader.' });
  return hops.map((hop) => ({ code: hop.text('OrganId', LONGEST_CODE), at: hop.timestamp('Timestamp') }));
}

/** What a document is to its predecessor. */
export function readBusiness(list: Fields): Business {
  const fields = list.child('Bussiness', 'needed');
  const staff = fields.child('StaffInfo');
  return {
    type: (fields.choice('BussinessDocType', 3, 'filled') ?? 0) as BusinessType,
    reason: fields.optional('BussinessDocReason'),
    paper: fields.choice('Paper', 1) === 1,
    documentId: fields.optional('DocumentId', 100),
    change: readChange(fields.child('BussinessDocumentInfo')),
    replaces: fields.child('ReplacementInfoList').each('ReplacementInfo').map(readReplaced),
    staff: staff.isThere ? readStaff(staff) : undefined,
  };
}

function readChange(fields: Fields): Business['change'] {
  if (!fields.isThere) return undefined;
  const receivers = fields.child('ReceiverList').each('Receiver');
  return {
    content: fields.choice('DocumentInfo', 1) === 1,
    recipients: fields.choice('DocumentReceiver', 1) === 1,
    receivers: receivers.map((receiver) => ({
      code: receiver.text('OrganId', LONGEST_CODE),
      removed: receiver.choice('ReceiverType', 1, 'filled') === 1,
    })),
  };
}

function readReplaced(fields: Fields): Replaced {
  return {
    documentId: fields.text('DocumentId', 100),
    holders: fields.child('OrganIdList').texts('OrganId', LONGEST_CODE),
  };
}
