import { subjectWords } from '#core';

/** Characters of a subject's words that are searched; edXML's Subject has 500. */
const LONGEST = 1_000;
/** Words of one search; who names more has found it. */
const MOST_WORDS = 10;

/** A subject's words as they are stored: each behind a blank, so that the beginning of a word can be looked for. */
export function wordsColumn(subject: string): string {
  return subjectWords(subject)
    .map((word) => ` ${word}`)
    .join('')
    .slice(0, LONGEST);
}

/** The LIKE patterns of a search, one a word: each finds a word that begins so. Words have nothing to escape. None for a text without words. */
export function wordPatterns(text: string): string[] {
  const words = [...new Set(subjectWords(text))].slice(0, MOST_WORDS);
  // The longest is the rarest, mostly, and the others are not looked for where it is not.
  return words.sort((one, other) => other.length - one.length).map((word) => `% ${word}%`);
}
