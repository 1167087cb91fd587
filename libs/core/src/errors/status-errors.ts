import { type ErrorEntry } from './error-entry.js';

/** Errors about statuses and receipts: what is reported back about a document. */
export const STATUS_ERRORS = {
  STATUS_CODE_UNKNOWN: {
    http: 422,
    kind: 'refusal',
    title: 'Không có trạng thái nào mang mã "{code}".',
    titleEn: 'There is no status with the code "{code}".',
    remedy: 'Dùng một trong các mã 01–06, 13, 15, 16.',
    remedyEn: 'Use one of the codes 01–06, 13, 15, 16.',
  },
  STATUS_DOCUMENT_UNKNOWN: {
    http: 422,
    kind: 'refusal',
    title: 'Trạng thái nói về văn bản {document}, văn bản này không có trên trục.',
    titleEn: 'The status speaks of the document {document}, which the axis does not know.',
    remedy: 'Kiểm tra ResponseFor: DocumentId, hoặc OrganId và Code.',
    remedyEn: 'Check ResponseFor: DocumentId, or OrganId and Code.',
  },
  STATUS_NOT_RECIPIENT: {
    http: 403,
    kind: 'refusal',
    title: 'Cơ quan {code} không phải nơi nhận của văn bản {document}.',
    titleEn: 'The agency {code} is not a recipient of the document {document}.',
    remedy: 'Chỉ nơi nhận mới báo trạng thái 01–06, 15, 16.',
    remedyEn: 'Only a recipient reports 01–06, 15 and 16.',
  },
  STATUS_NOT_SENDER: {
    http: 403,
    kind: 'refusal',
    title: 'Cơ quan {code} không phải nơi gửi văn bản {document}.',
    titleEn: 'The agency {code} did not send the document {document}.',
    remedy: 'Chỉ nơi gửi mới yêu cầu lấy lại (13).',
    remedyEn: 'Only the sender asks for a document back (13).',
  },
  STATUS_IMPOSSIBLE: {
    http: 409,
    kind: 'refusal',
    title: 'Trạng thái {code} không thể theo sau trạng thái {current}.',
    titleEn: 'The status {code} cannot follow the status {current}.',
    remedy: 'Xem lịch sử văn bản; 02 và 06 là kết thúc, 15 và 16 chỉ trả lời một yêu cầu lấy lại.',
    remedyEn: 'See the history; 02 and 06 are the end, 15 and 16 only answer a request to give back.',
  },
  RECEIPT_MALFORMED: {
    http: 400,
    kind: 'refusal',
    title: 'Giấy báo nhận không đúng quy cách: {reason}.',
    titleEn: 'The receipt is not well-formed: {reason}.',
    remedy: 'Gửi JSON {receipts: [{documentId, recipients, at}]}.',
    remedyEn: 'Send JSON {receipts: [{documentId, recipients, at}]}.',
  },
} as const satisfies Record<string, ErrorEntry>;
