import { AxisError } from './errors/axis-error.js';

/** What a recipient reports of a document. */
export type BusinessStatus = 'arrived' | 'refused' | 'received' | 'assigned' | 'processing' | 'finished';

/** A status code of edXML: 01–06 what became of the document, 13 the sender asks for it back, 15 agreed, 16 declined. */
export type StatusCode = '01' | '02' | '03' | '04' | '05' | '06' | '13' | '15' | '16';

/** What a recipient may report next. What is not in this table, nor follows by several of its steps, cannot happen. (QĐ 28/2018; codes of QCVN 102) */
export const NEXT: Readonly<Record<BusinessStatus, readonly BusinessStatus[]>> = {
  arrived: ['refused', 'received'],
  refused: [],
  received: ['assigned', 'processing', 'finished'],
  assigned: ['processing', 'finished'],
  processing: ['finished'],
  finished: [],
};

/** The codes of the statuses a recipient reports on its own. */
export const STATUS_CODES: Readonly<Record<BusinessStatus, StatusCode>> = {
  arrived: '01',
  refused: '02',
  received: '03',
  assigned: '04',
  processing: '05',
  finished: '06',
};

/** What each code is called. */
export const STATUS_NAMES: Readonly<Record<StatusCode, string>> = {
  '01': 'Đã đến',
  '02': 'Từ chối tiếp nhận',
  '03': 'Đã tiếp nhận',
  '04': 'Phân công',
  '05': 'Đang xử lý',
  '06': 'Hoàn thành',
  '13': 'Lấy lại',
  '15': 'Đồng ý lấy lại/cập nhật',
  '16': 'Từ chối lấy lại/cập nhật',
};

/** What each code is called in English; the law has no such names. */
export const STATUS_NAMES_EN: Readonly<Record<StatusCode, string>> = {
  '01': 'Arrived',
  '02': 'Refused',
  '03': 'Received',
  '04': 'Assigned',
  '05': 'Processing',
  '06': 'Finished',
  '13': 'Withdrawal asked',
  '15': 'Withdrawal or update agreed',
  '16': 'Withdrawal or update declined',
};

/** Who may send a status of this code: the document's sender asks for it back (13), everything else is said by the recipient. */
export function reportedBy(code: StatusCode): 'sender' | 'recipient' {
  return code === '13' ? 'sender' : 'recipient';
}

/** Whether the status has to give a reason in its Description. (QĐ 28/2018, art. 5) */
export function needsReason(code: StatusCode): boolean {
  return code === '02' || code === '13' || code === '16';
}

/** The earlier statuses a status proves, were they lost or overtaken: whoever received (03) has it (01). Steps that may be skipped are not proved. */
export function impliedBy(code: StatusCode): readonly StatusCode[] {
  if (code === '01' || code === '13') return [];
  return code === '04' || code === '05' || code === '06' ? ['01', '03'] : ['01'];
}

/** Reads a status code. Some systems send 14 for 15: it is read as 15, with a note. Throws STATUS_CODE_UNKNOWN. */
export function readStatusCode(text: string): { readonly code: StatusCode; readonly note?: string | undefined } {
  const written = text.trim();
  if (written === '14') return { code: '15', note: 'Mã 14 được hiểu là 15 (đồng ý lấy lại/cập nhật).' };
  if (!Object.hasOwn(STATUS_NAMES, written)) throw new AxisError('STATUS_CODE_UNKNOWN', { code: text });
  return { code: written as StatusCode };
}
