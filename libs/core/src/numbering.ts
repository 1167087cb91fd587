import { type KnownDocumentType } from './document-type.js';

/** The abbreviation of each type in a notation; a Công văn has none. Types not listed have none laid down. (NĐ 30/2020, annex III) */
export const TYPE_ABBREVIATIONS: Readonly<Partial<Record<KnownDocumentType, string>>> = {
  'Nghị quyết': 'NQ',
  'Quyết định': 'QĐ',
  'Chỉ thị': 'CT',
  'Quy chế': 'QC',
  'Quy định': 'QyĐ',
  'Thông cáo': 'TC',
  'Thông báo': 'TB',
  'Hướng dẫn': 'HD',
  'Chương trình': 'CTr',
  'Kế hoạch': 'KH',
  'Phương án': 'PA',
  'Đề án': 'ĐA',
  'Dự án': 'DA',
  'Báo cáo': 'BC',
  'Biên bản': 'BB',
  'Tờ trình': 'TTr',
  'Hợp đồng': 'HĐ',
  'Công điện': 'CĐ',
  'Bản ghi nhớ': 'BGN',
  'Bản thỏa thuận': 'BTT',
  'Giấy ủy quyền': 'GUQ',
  'Giấy mời': 'GM',
  'Giấy giới thiệu': 'GGT',
  'Giấy nghỉ phép': 'GNP',
  'Phiếu gửi': 'PG',
  'Phiếu chuyển': 'PC',
  'Phiếu báo': 'PB',
};

/** A sequence number as documents write it: below 10 with a leading zero. Numbers restart at 1 each 1 January. */
export function writeNumber(sequence: number): string {
  return String(sequence).padStart(2, '0');
}

/** The notation of an administrative document: `{type}-{agency}`, or the agency (and its unit) alone for types without an abbreviation, as `VPCP-KSTT`. */
export function administrativeNotation(type: KnownDocumentType, agency: string): string {
  const abbreviation = TYPE_ABBREVIATIONS[type];
  return abbreviation === undefined ? agency : `${abbreviation}-${agency}`;
}

/** The notation of a legal act, which carries the year: `2018/QĐ-TTg`. */
export function legalActNotation(type: KnownDocumentType, agency: string, year: number): string {
  return `${year}/${administrativeNotation(type, agency)}`;
}
