import { type AgencyCode, isPeoplesCommittee } from './agency-code.js';
import { type Day } from './calendar.js';
import { type DocumentType, documentTypeOf } from './document-type.js';

/** The day from which the 26 types go without paper. (công văn 775/VPCP-KSTT) */
export const PAPERLESS_SINCE: Day = '2020-02-04';

/** The 22 administrative types sent without a paper copy. (công văn 775/VPCP-KSTT) */
export const PAPERLESS_ADMINISTRATIVE: ReadonlySet<DocumentType> = new Set<DocumentType>([
  'Nghị quyết',
  'Quyết định',
  'Chỉ thị',
  'Quy chế',
  'Quy định',
  'Thông cáo',
  'Thông báo',
  'Hướng dẫn',
  'Chương trình',
  'Kế hoạch',
  'Phương án',
  'Đề án',
  'Dự án',
  'Báo cáo',
  'Tờ trình',
  'Công văn',
  'Công điện',
  'Giấy ủy quyền',
  'Giấy mời',
  'Phiếu gửi',
  'Phiếu chuyển',
  'Phiếu báo',
]);

/**
 * Whether a document is of the 26 types that go without a paper copy: 22 administrative ones, and of the legal acts circulars, joint circulars, resolutions of
 * People's Councils and decisions of People's Committees. Given `signedOn`, false for what was signed before 4/2/2020.
 */
export function paperless(
  typeName: string,
  isLegalAct: boolean,
  issuer: AgencyCode,
  signedOn: Day = PAPERLESS_SINCE,
): boolean {
  if (signedOn < PAPERLESS_SINCE) return false;
  const type = documentTypeOf(typeName);
  return isLegalAct ? isPaperlessLegalAct(type, issuer) : PAPERLESS_ADMINISTRATIVE.has(type);
}

function isPaperlessLegalAct(type: DocumentType, issuer: AgencyCode): boolean {
  if (type === 'Thông tư' || type === 'Thông tư liên tịch') return true;
  if (type === 'Nghị quyết') return isPeoplesCouncil(issuer);
  return type === 'Quyết định' && isPeoplesCommittee(issuer);
}

function isPeoplesCouncil(issuer: AgencyCode): boolean {
  return /(^|\.)K\d{2}(\.|$)/.test(issuer);
}
