import { displayIdentity, identifyDocument, isUrgent } from '#core';
import { type DocumentHeader } from '#edxml';
import { type NewOutgoingDocument } from '#store';
import { type TakenBody } from '../bodies/object-folder.js';
import { canonicalCode } from '../own-system.js';

/** The row of a document about to be sent, from what its header says. */
export function outgoingOf(header: DocumentHeader, body: TakenBody): NewOutgoingDocument {
  const { documentId, from, number, notation, promulgatedOn } = header;
  const { identity, key } = identifyDocument({ documentId, from: from.code, number, notation, promulgatedOn });
  return {
    ...{ identity: displayIdentity(identity), identityKey: key, wireId: documentId, sender: canonicalCode(from.code) },
    ...{ number, notation, promulgatedOn, typeName: header.type.name, subject: header.subject },
    ...{ priority: header.priority, urgent: isUrgent(header.priority) },
    recipients: header.to.map(({ code }) => canonicalCode(code)),
    ...{ body: body.bytes, bodyDigest: body.digest, bodySize: body.size },
  };
}

/** What a document's number counts in. */
export function seriesOf(header: DocumentHeader): { agency: string; year: number; notation: string } {
  return {
    agency: canonicalCode(header.from.code),
    year: Number(header.promulgatedOn.slice(0, 4)),
    notation: header.notation,
  };
}
