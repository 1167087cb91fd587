import { UnstyledButton } from '@mantine/core';
import { type ReactNode } from 'react';
import { shared } from '../words/every-page.js';
import { LANGUAGES, useLanguage, useWords } from '../words/wording.js';

const NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

/** VI or EN; the chosen one is underlined as well as bold. */
export function LanguageSwitch(): ReactNode {
  const say = useWords(shared);
  const [chosen, choose] = useLanguage();
  return (
    <div role="group" aria-label={say('language')} style={{ display: 'flex', gap: 2 }}>
      {LANGUAGES.map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          onClick={() => choose(language)}
          aria-pressed={language === chosen}
          title={NAMES[language]}
          fz="sm"
          p={4}
          fw={language === chosen ? 700 : 400}
          td={language === chosen ? 'underline' : 'none'}
        >
          {language.toUpperCase()}
          <span className="said">, {NAMES[language]}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
