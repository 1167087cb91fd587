import { createHash } from 'node:crypto';
import { type DispatchItem, type NewLetter } from '#store';

/** The number of a letter: 24 hexadecimal characters made of what the letter is, so that the same letter always has the same number. */
export function letterIdOf(...names: readonly string[]): string {
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 24);
}

/** A document as letters for the mailboxes among its systems: one for every recipient. */
export function documentLetters(item: DispatchItem, isMailbox: (system: string) => boolean): NewLetter[] {
  const { documentId, sender: from } = item;
  return item.systems
    .filter(({ system }) => isMailbox(system))
    .flatMap(({ system, recipients }) =>
      recipients.map((recipient) => ({
        ...{ docId: letterIdOf(documentId, recipient), system, kind: 'edoc' as const },
        ...{ documentId, recipient, from, to: recipient },
      })),
    );
}
