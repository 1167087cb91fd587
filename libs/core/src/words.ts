/** The languages in which the axis tells people something: Vietnamese unless they ask for English. Codes and names are the same in both. */
export type Language = 'vi' | 'en';

/** A text in both languages, side by side where it is used. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** The same text in both languages. */
export function words(vi: string, en: string): Words {
  return { vi, en };
}
