import { type ReactNode } from 'react';
import { type Role } from '#wire';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';
import { NavigationLink } from './navigation-link.js';
import { PAGES } from './pages.js';
import { mayDo } from './roles.js';

/** The pages that whoever is signed in may see. */
export function Navigation({ role }: { role: Role }): ReactNode {
  const say = useWords(shared);
  return PAGES.filter(({ least }) => mayDo(role, least)).map(({ path, word, icon }) =>
    word === undefined || icon === undefined ? null : (
      <NavigationLink key={path} to={path.replace(/\/\*$/, '')} label={say(word)} icon={icon} />
    ),
  );
}
