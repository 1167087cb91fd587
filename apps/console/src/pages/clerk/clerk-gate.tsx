import { type ReactNode } from 'react';
import { type ClerkSession } from '#wire';
import { SignedIn } from '../../app/signed-in.js';
import { ClerkShell } from './clerk-shell.js';
import { TokenPage } from './token-page.js';

/** The way into the page of an agency's clerk (văn thư), served by the agency's own system. */
export function ClerkGate(): ReactNode {
  return <SignedIn<ClerkSession> signIn={<TokenPage />} page={(session) => <ClerkShell session={session} />} />;
}
