import { IconInbox, IconPencilPlus, IconSend } from '@tabler/icons-react';
import { lazy, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { type ClerkSession } from '#wire';
import { Banners } from '../../app/banners.js';
import { Frame } from '../../app/frame.js';
import { NavigationLink } from '../../app/navigation-link.js';
import { EmptyState } from '../../parts/empty-state.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { ClerkHeader } from './clerk-header.js';
import { IncomingPage } from './incoming-page.js';
import { words } from './words.js';

const IncomingDocumentPage = lazy(() => import('./incoming-document-page.js'));
const OutgoingPage = lazy(() => import('./outgoing-page.js'));
const OutgoingDocumentPage = lazy(() => import('./outgoing-document-page.js'));
const ComposePage = lazy(() => import('./compose-page.js'));

/** What stands around every page of the clerk. */
export function ClerkShell({ session }: { session: ClerkSession }): ReactNode {
  return (
    <Frame
      header={(menu) => <ClerkHeader session={session} {...menu} />}
      navigation={<ClerkNavigation />}
      banners={<Banners isSimulation={false} />}
    >
      <Pages session={session} />
    </Frame>
  );
}

function ClerkNavigation(): ReactNode {
  const say = useWords(words);
  return (
    <>
      <NavigationLink to="/incoming" label={say('incoming')} icon={IconInbox} />
      <NavigationLink to="/outgoing" label={say('outgoing')} icon={IconSend} />
      <NavigationLink to="/compose" label={say('compose')} icon={IconPencilPlus} />
    </>
  );
}

function Pages({ session }: { session: ClerkSession }): ReactNode {
  const say = useWords(shared);
  return (
    <Routes>
      <Route path="/" element={<Navigate to="/incoming" replace />} />
      <Route path="/incoming" element={<IncomingPage />} />
      <Route path="/incoming/:id" element={<IncomingDocumentPage />} />
      <Route path="/outgoing" element={<OutgoingPage />} />
      <Route path="/outgoing/:key" element={<OutgoingDocumentPage />} />
      <Route path="/compose" element={<ComposePage session={session} />} />
      <Route path="*" element={<EmptyState title={say('notFound')} />} />
    </Routes>
  );
}
