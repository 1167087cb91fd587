import { type Examination } from '#wire';
import { type Language, type Words } from '#core';

/** What an examination found of a part, in both languages; what is not well comes with cause and remedy. */
export interface Finding {
  readonly part: string;
  readonly state: Examination['state'];
  readonly symptom: Words;
  readonly cause?: Words;
  readonly remedy?: Words;
}

/** A part that is well. */
export function good(part: string, symptom: Words): Finding {
  return { part, state: 'good', symptom };
}

/** A finding in one of the languages. */
export function told({ part, state, symptom, cause, remedy }: Finding, language: Language): Examination {
  return {
    ...{ part, state, symptom: symptom[language] },
    ...(cause === undefined ? {} : { cause: cause[language] }),
    ...(remedy === undefined ? {} : { remedy: remedy[language] }),
  };
}
