import { type Business } from '../header.js';
import { type Markup, element, field, optional, texts } from './markup.js';
import { writeStaff } from './write-party.js';

/** What the document is to its predecessor. */
export function writeBusiness(business: Business): Markup {
  return element('Bussiness', [
    ...optional('DocumentId', business.documentId),
    field('BussinessDocType', String(business.type)),
    ...optional('BussinessDocReason', business.reason),
    field('Paper', flag(business.paper)),
    ...writeChange(business.change),
    ...element('ReplacementInfoList', business.replaces.flatMap(writeReplaced)),
    ...(business.staff ? element('StaffInfo', writeStaff(business.staff)) : []),
  ]);
}

function writeChange(change: Business['change']): Markup {
  if (!change) return [];
  const receivers = change.receivers.flatMap((receiver) =>
    element('Receiver', [field('OrganId', receiver.code), field('ReceiverType', flag(receiver.removed))]),
  );
  return element('BussinessDocumentInfo', [
    field('DocumentInfo', flag(change.content)),
    field('DocumentReceiver', flag(change.recipients)),
    ...element('ReceiverList', receivers),
  ]);
}

function writeReplaced(replaced: Business['replaces'][number]): Markup {
  return element('ReplacementInfo', [
    field('DocumentId', replaced.documentId),
    ...texts('OrganIdList', 'OrganId', replaced.holders),
  ]);
}

function flag(isSet: boolean): string {
  return isSet ? '1' : '0';
}
