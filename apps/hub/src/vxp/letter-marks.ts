import { Inject, Injectable } from '@nestjs/common';
import { type HubConfig } from '#config';
import { HubStore, type Letter, type LetterState } from '#store';
import { Gathering } from '../exchange/gathering.js';
import { isNobodysFault } from '../exchange/nobodys-fault.js';
import { ReceiptsService } from '../exchange/receipts.service.js';
import { HUB_CONFIG } from '../hub-config.token.js';

interface SaidOfLetter {
  readonly letter: Letter;
  readonly state: LetterState;
}

/** What systems that poll say of their letters; what they say at about the same time is written in one batch. */
@Injectable()
export class LetterMarks {
  private readonly gathering: Gathering<SaidOfLetter, undefined>;

  constructor(
    private readonly store: HubStore,
    private readonly receipts: ReceiptsService,
    @Inject(HUB_CONFIG) { batch }: HubConfig,
  ) {
    this.gathering = new Gathering({
      ...batch,
      work: (marks) => this.write(marks),
      isOutage: (error) => isNobodysFault(error, store),
    });
  }

  /** Resolves once it is written; one that is done stays so. A document that is done counts as received, once. */
  async note(letter: Letter, state: LetterState): Promise<void> {
    if (letter.state !== 'done') await this.gathering.add({ letter, state });
  }

  /** Counts and tells before the letters are closed: who dies in between is told again, and does it again. */
  private async write(marks: readonly SaidOfLetter[]): Promise<undefined[]> {
    const taken = marks.filter(({ letter, state }) => state === 'done' && letter.kind === 'edoc');
    await this.receipts.arrive(
      taken.map(({ letter: { system, documentId, recipient } }) => ({ system, documentId, recipients: [recipient] })),
    );
    await this.store.mailboxes.mark(
      marks.map(({ letter: { docId }, state }) => ({ docId, state })),
      Date.now(),
    );
    return marks.map(() => undefined);
  }
}
