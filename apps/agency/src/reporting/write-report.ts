import { v7 as uuidv7 } from 'uuid';
import { hanoiTimestamp, parseAgencyCode, STATUS_NAMES, type StatusCode } from '#core';
import { writeStatus } from '#edxml';
import { type NewStatusReport } from '#store';
import { partyOf } from '../sending/parties.js';

/** What a status is about, in the words of its document's header. */
export interface Reported {
  /** The hub's id of the document. */
  readonly documentId: string;
  /** Whose delivery it is. */
  readonly recipient: string;
  readonly issuer: string;
  /** `number/notation`. */
  readonly documentCode: string;
  /** `yyyy-MM-dd`. */
  readonly promulgatedOn: string;
  /** The document's DocumentId, verbatim. */
  readonly wireId: string;
}

/** What is said, by whom, when (epoch ms). */
export interface Saying {
  readonly code: StatusCode;
  readonly reason: string | undefined;
  readonly staff: string;
  readonly department: string;
  readonly at: number;
}

/** Writes a report as edXML, ready for the outbox. 13 is said by the issuer to the recipient, everything else by the recipient to the issuer. */
export function writeReport(about: Reported, saying: Saying): NewStatusReport {
  const { code, staff, department, at } = saying;
  const isToRecipient = code === '13';
  const from = partyOf(parseAgencyCode(isToRecipient ? about.issuer : about.recipient));
  const reason = saying.reason ?? DESCRIPTIONS[code];
  const body = writeStatus({
    from,
    responseFor: {
      organId: isToRecipient ? about.recipient : about.issuer,
      code: about.documentCode,
      promulgatedOn: about.promulgatedOn,
      documentId: about.wireId,
    },
    staff: { department, staff, mobile: '0900000000', email: from.email },
    statusCode: code,
    description: reason,
    at: hanoiTimestamp(at),
  });
  return { key: uuidv7(), documentId: about.documentId, recipient: about.recipient, code, reason, body, at };
}

const DESCRIPTIONS: Readonly<Record<StatusCode, string>> = {
  ...STATUS_NAMES,
  '03': 'Đã tiếp nhận văn bản, vào sổ văn bản đến',
  '04': 'Đã phân công cán bộ xử lý',
  '05': 'Cán bộ đang xử lý văn bản',
  '06': 'Đã hoàn thành xử lý văn bản',
};
