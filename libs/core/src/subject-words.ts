import { withoutDiacritics } from './without-diacritics.js';

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** The words of a text as subjects are searched: in small letters without diacritics, divided by whatever is neither letter nor digit. */
export function subjectWords(text: string): string[] {
  return withoutDiacritics(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}
