import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, Suspense, useEffect } from 'react';
import { useLocation } from 'react-router';
import { BannerSaysAway } from '../parts/away.js';
import { PageSkeleton } from '../parts/page-skeleton.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';
import { BrokenPage } from './broken-page.js';

/** Whether the menu of a small screen is open, and what opens and closes it. */
export interface MenuProps {
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
}

interface FrameProps {
  readonly header: (menu: MenuProps) => ReactNode;
  readonly navigation: ReactNode;
  readonly banners: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every page, of the hub's console and the clerk's alike. */
export function Frame({ header, navigation, banners, children }: FrameProps): ReactNode {
  const say = useWords(shared);
  const [isOpen, menu] = useDisclosure();
  const { pathname } = useLocation();
  useEffect(menu.close, [pathname, menu.close]);
  return (
    <BannerSaysAway value>
      <AppShell
        header={{ height: 51 }}
        navbar={{ width: 184, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
        padding={{ base: 'sm', sm: 'md' }}
      >
        <a className="skip" href="#content">
          {say('skip')}
        </a>
        <AppShell.Header bg="var(--sheet)" style={{ borderTop: '3px solid var(--accent)' }}>
          {header({ isMenuOpen: isOpen, onMenu: menu.toggle })}
        </AppShell.Header>
        <AppShell.Navbar bg="var(--sheet)" p="xs" aria-label={say('menu')}>
          {navigation}
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          {banners}
          <BrokenPage key={pathname}>
            <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
          </BrokenPage>
        </AppShell.Main>
      </AppShell>
    </BannerSaysAway>
  );
}
