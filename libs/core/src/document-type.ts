/** The kinds of legal acts, as TypeName writes them. (Luật ban hành văn bản quy phạm pháp luật; edXML Type 1) */
export const LEGAL_ACT_TYPES = [
  'Hiến pháp',
  'Luật',
  'Pháp lệnh',
  'Lệnh',
  'Nghị quyết',
  'Nghị quyết liên tịch',
  'Nghị định',
  'Quyết định',
  'Thông tư',
  'Thông tư liên tịch',
  'Chỉ thị',
] as const;

/** The kinds of administrative documents in the order of edXML's TypeDetail, from 1. (edXML Type 2; NĐ 30/2020) */
export const ADMINISTRATIVE_TYPES = [
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
  'Biên bản',
  'Tờ trình',
  'Hợp đồng',
  'Công văn',
  'Công điện',
  'Bản ghi nhớ',
  'Bản cam kết',
  'Bản thỏa thuận',
  'Giấy chứng nhận',
  'Giấy ủy quyền',
  'Giấy mời',
  'Giấy giới thiệu',
  'Giấy nghỉ phép',
  'Giấy đi đường',
  'Giấy biên nhận hồ sơ',
  'Phiếu gửi',
  'Phiếu chuyển',
  'Thư công',
  'Phiếu báo',
] as const;

/** A kind of document that is counted by its own name. */
export type KnownDocumentType = (typeof LEGAL_ACT_TYPES)[number] | (typeof ADMINISTRATIVE_TYPES)[number];

/** A kind of document as it is counted: a known one, or `khác` for every other. */
export type DocumentType = KnownDocumentType | 'khác';

const NAMES = [...LEGAL_ACT_TYPES, ...ADMINISTRATIVE_TYPES];

/** Nearly every TypeName is written like this; looked up a hundred times faster than compared without tones. */
const AS_WRITTEN: ReadonlyMap<string, KnownDocumentType> = new Map(NAMES.map((name) => [name, name]));
const KNOWN: ReadonlyMap<string, KnownDocumentType> = new Map(NAMES.map((name) => [withoutTones(name), name]));

/** The known type a TypeName means, whatever its case, its blanks, and where it puts its tone marks (`uỷ quyền`, `ủy quyền`); else `khác`. */
export function documentTypeOf(typeName: string): DocumentType {
  return AS_WRITTEN.get(typeName) ?? KNOWN.get(withoutTones(typeName)) ?? 'khác';
}

/** edXML's TypeDetail of an administrative type, from 1; undefined for the others. */
export function typeDetailOf(type: DocumentType): number | undefined {
  const place = (ADMINISTRATIVE_TYPES as readonly string[]).indexOf(type);
  return place < 0 ? undefined : place + 1;
}

function withoutTones(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
