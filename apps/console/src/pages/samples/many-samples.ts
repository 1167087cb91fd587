import { type ManySamplesAnswer } from '#wire';

/** So many are asked for at once, so that progress shows and one can stop. */
const AT_ONCE = 10;

/** How many have been asked for, and what became of them. */
export interface Tally extends ManySamplesAnswer {
  readonly asked: number;
}

/** Before the first. */
export const NOTHING_MADE: Tally = { asked: 0, accepted: 0, refused: [], documents: [] };

/** How many to ask for next. */
export function nextShare(wanted: number, { asked }: Tally): number {
  return Math.min(AT_ONCE, Math.max(wanted - asked, 0));
}

/** The tally with one more answer. */
export function tallied(tally: Tally, share: number, answer: ManySamplesAnswer): Tally {
  return {
    asked: tally.asked + share,
    accepted: tally.accepted + answer.accepted,
    refused: [...tally.refused, ...answer.refused],
    documents: [...tally.documents, ...answer.documents],
  };
}

/** Refusals by code, the most frequent first, each with one of its sentences. */
export function refusalsOf({ refused }: Tally): { code: string; detail: string; count: number }[] {
  const byCode = new Map<string, { code: string; detail: string; count: number }>();
  for (const { code, detail } of refused) {
    const known = byCode.get(code);
    byCode.set(code, { code, detail: known?.detail ?? detail, count: (known?.count ?? 0) + 1 });
  }
  return [...byCode.values()].sort((one, other) => other.count - one.count);
}
