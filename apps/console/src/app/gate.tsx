import { type ReactNode } from 'react';
import { type Session } from '#wire';
import { SignInPage } from '../pages/sign-in/sign-in-page.js';
import { Shell } from './shell.js';
import { SignedIn } from './signed-in.js';

/** The way into the console. */
export function Gate(): ReactNode {
  return <SignedIn<Session> signIn={<SignInPage />} page={(session) => <Shell session={session} />} />;
}
