import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** The languages of the pages, Vietnamese first. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Singular<K extends string> = { readonly [key in `${K}_one`]?: string };
type Texts<K extends string> = Readonly<Record<K, string>>;

/** The words of a page or of what pages share. English may say `key_one` for one of something; Vietnamese needs no such thing. */
export interface Words<K extends string> {
  readonly name: string;
  readonly vi: Texts<K>;
  readonly en: Texts<K> & Singular<K>;
}

/** What fills the `{{places}}` of a sentence; `count` chooses the singular. */
export type Filling = Readonly<Record<string, string | number>> & { readonly count?: number };

/** Says a key in the chosen language. */
export type Say<K extends string> = (key: K, filling?: Filling) => string;

const KEPT_AS = 'truc-language';

void i18next.use(initReactI18next).init({
  lng: keptLanguage(),
  fallbackLng: 'vi',
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  showSupportNotice: false,
  interpolation: { escapeValue: false }, // React escapes
});
document.documentElement.lang = i18next.language;

/** Declares the words of a page; a key that only one language has is a type error. */
export function wordsOf<K extends string>(name: string, vi: Texts<K>, en: Words<NoInfer<K>>['en']): Words<K> {
  i18next.addResourceBundle('vi', name, vi);
  i18next.addResourceBundle('en', name, en);
  return { name, vi, en };
}

/** Says some of these words otherwise from now on: on a page that is not the hub's. */
export function sayInstead<K extends string>(
  { name }: Words<K>,
  vi: Partial<Texts<K>>,
  en: Partial<Texts<K>> & { readonly [key in keyof typeof vi]: string },
): void {
  i18next.addResourceBundle('vi', name, vi, true, true);
  i18next.addResourceBundle('en', name, en, true, true);
}

/** The words in the chosen language; the component renders anew when it changes. */
export function useWords<K extends string>({ name }: Words<K>): Say<K> {
  const { t } = useTranslation(name);
  return (key, filling) => t(key, filling ?? {});
}

/** The chosen language, and how to choose another; the choice is kept in this browser. */
export function useLanguage(): [Language, (language: Language) => void] {
  const { i18n } = useTranslation();
  return [i18n.language === 'en' ? 'en' : 'vi', choose];
}

/** Does something whenever another language was chosen. */
export function onLanguage(act: () => void): void {
  i18next.on('languageChanged', act);
}

function choose(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing speaks the chosen language until it is closed.
  }
}

function keptLanguage(): Language {
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}
