import { type ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { useWords } from '../../words/wording.js';
import { People } from './people.js';
import { Tokens } from './tokens.js';
import { words } from './words.js';

/** Who may sign in, and which programs may call. For administrators. */
export default function AccountsPage(): ReactNode {
  const say = useWords(words);
  return (
    <Page title={say('title')}>
      <People />
      <Tokens />
    </Page>
  );
}
