/** The language of the command line: Vietnamese unless TRUC_LANG or --lang says otherwise. Codes are the same in both. */
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
