import { type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { type Session } from '#wire';
import { EmptyState } from '../parts/empty-state.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';
import { Banners } from './banners.js';
import { Frame } from './frame.js';
import { Header } from './header.js';
import { Navigation } from './navigation.js';
import { type ConsolePage, PAGES } from './pages.js';
import { mayDo } from './roles.js';

/** What stands around every page of the console: header, navigation, banners. */
export function Shell({ session }: { session: Session }): ReactNode {
  return (
    <Frame
      header={(menu) => <Header session={session} {...menu} />}
      navigation={<Navigation role={session.role} />}
      banners={<Banners isSimulation={session.simulation} />}
    >
      <Pages session={session} />
    </Frame>
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
