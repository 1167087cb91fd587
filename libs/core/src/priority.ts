/** How urgent a document is, as edXML's Priority numbers it. */
export type Priority = 0 | 1 | 2 | 3 | 4;

/** What the priorities are called, by number. */
export const PRIORITY_NAMES: readonly [string, string, string, string, string] = [
  'Thường',
  'Khẩn',
  'Thượng khẩn',
  'Hỏa tốc',
  'Hỏa tốc hẹn giờ',
];

/** Whether the number is one of the five priorities. */
export function isPriority(value: number): value is Priority {
  return Number.isInteger(value) && value >= 0 && value <= 4;
}

/** Whether a document of this priority goes ahead of the others. (NĐ 30/2020, art. 4) */
export function isUrgent(priority: Priority): boolean {
  return priority > 0;
}
