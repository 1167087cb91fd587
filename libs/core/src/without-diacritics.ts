/** The text in small letters without diacritics, words divided by one blank: what names are searched in and for. */
export function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim().replace(/\s+/g, ' ');
}
