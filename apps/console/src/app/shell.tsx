import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, Suspense, useEffect } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { type Session } from '#wire';
import { EmptyState } from '../parts/empty-state.js';
import { PageSkeleton } from '../parts/page-skeleton.js';
import { shared } from '../words/shared.js';
import { useWords } from '../words/wording.js';
import { Banners } from './banners.js';
import { BrokenPage } from './broken-page.js';
import { Header } from './header.js';
import { Navigation } from './navigation.js';
import { type ConsolePage, PAGES } from './pages.js';
import { mayDo } from './roles.js';

/** What stands around every page: header, navigation, banners. */
export function Shell({ session }: { session: Session }): ReactNode {
  const say = useWords(shared);
  const [isOpen, menu] = useDisclosure();
  const { pathname } = useLocation();
  useEffect(menu.close, [pathname, menu.close]);
  return (
    <AppShell
      header={{ height: 51 }}
      navbar={{ width: 184, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'sm', sm: 'md' }}
    >
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <AppShell.Header bg="var(--sheet)" style={{ borderTop: '3px solid var(--accent)' }}>
        <Header session={session} isMenuOpen={isOpen} onMenu={menu.toggle} />
      </AppShell.Header>
      <AppShell.Navbar bg="var(--sheet)" p="xs" aria-label={say('menu')}>
        <Navigation role={session.role} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Banners isSimulation={session.simulation} />
        <BrokenPage key={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <Pages session={session} />
          </Suspense>
        </BrokenPage>
      </AppShell.Main>
    </AppShell>
  );
}

function Pages({ session }: { session: Session }): ReactNode {
  const say = useWords(shared);
  return (
    <Routes>
      {PAGES.map((each) => (
        <Route key={each.path} path={each.path} element={<Allowed page={each} session={session} />} />
      ))}
      <Route path="*" element={<EmptyState title={say('notFound')} />} />
    </Routes>
  );
}

function Allowed({ page: { page: Page, least }, session }: { page: ConsolePage; session: Session }): ReactNode {
  const say = useWords(shared);
  return mayDo(session.role, least) ? <Page /> : <EmptyState title={say('notAllowed')} />;
}
