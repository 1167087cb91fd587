import { isAxisError, words, type Words } from '#core';

/** What an error says, in both languages where it is one of ours; else its message in either. */
export function errorWords(error: unknown): Words {
  if (isAxisError(error)) return words(error.message, error.messageEn);
  const text = error instanceof Error ? error.message : String(error);
  return words(text, text);
}
