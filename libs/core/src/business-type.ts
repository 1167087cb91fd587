/** What a document is to its predecessor: 0 new, 1 recall, 2 update, 3 replacement. (edXML BussinessDocType) */
export type BusinessType = 0 | 1 | 2 | 3;

/** What the business types are called, by number. */
export const BUSINESS_TYPE_NAMES: readonly [string, string, string, string] = [
  'Văn bản mới',
  'Thu hồi',
  'Cập nhật',
  'Thay thế',
];

/** Whether the number is one of the four business types. */
export function isBusinessType(value: number): value is BusinessType {
  return Number.isInteger(value) && value >= 0 && value <= 3;
}

/** The column a document is counted in: new and replacing ones are sent, recalls and updates have columns of their own. */
export function countedAs(type: BusinessType): 'sent' | 'recalls' | 'updates' {
  if (type === 1) return 'recalls';
  return type === 2 ? 'updates' : 'sent';
}
