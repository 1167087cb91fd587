import { createHash } from 'node:crypto';
import { type DispatchItem, type NewLetter } from '#store';
import { type Shares } from './divided.js';

/** The number of a letter: 24 hexadecimal characters made of what the letter is, so that the same letter always has the same number. */
export function letterIdOf(...names: readonly string[]): string {
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 24);
}

/** Shares of a document as letters: one for every recipient. */
export function documentLetters({ documentId, sender: from }: DispatchItem, shares: Shares): NewLetter[] {
  return shares.flatMap(({ system, recipients }) =>
    recipients.map((recipient) => ({
      ...{ docId: letterIdOf(documentId, recipient), system, kind: 'edoc' as const },
      ...{ documentId, recipient, from, to: recipient },
    })),
  );
}
