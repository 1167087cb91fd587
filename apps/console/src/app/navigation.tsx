import { NavLink } from '@mantine/core';
import { type ReactNode } from 'react';
import { NavLink as RouteLink, useLocation } from 'react-router';
import { type Role } from '#wire';
import { shared } from '../words/shared.js';
import { useWords } from '../words/wording.js';
import { PAGES } from './pages.js';
import { mayDo } from './roles.js';

/** The pages that whoever is signed in may see. */
export function Navigation({ role }: { role: Role }): ReactNode {
  const say = useWords(shared);
  const { pathname } = useLocation();
  return PAGES.filter(({ least }) => mayDo(role, least)).map(({ path, word, icon: Icon }) => {
    if (word === undefined || Icon === undefined) return null;
    const root = path.replace(/\/\*$/, '');
    const isHere = root === '/' ? pathname === '/' : pathname === root || pathname.startsWith(`${root}/`);
    return (
      <NavLink
        key={path}
        component={RouteLink}
        to={root}
        label={say(word)}
        active={isHere}
        aria-current={isHere ? 'page' : undefined}
        leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
        px="xs"
        py={7}
        style={{ borderLeft: `3px solid ${isHere ? 'var(--accent)' : 'transparent'}` }}
      />
    );
  });
}
