import { Center, Loader, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSession } from '../api/queries.js';
import { SignInPage } from '../pages/sign-in/sign-in-page.js';
import { Failure } from '../parts/failure.js';
import { shared } from '../words/shared.js';
import { useWords } from '../words/wording.js';
import { Shell } from './shell.js';

/** Signed in, the page that was asked for; otherwise the sign-in page at the same address, so that one comes back to where one was. */
export function Gate(): ReactNode {
  const say = useWords(shared);
  const { data: session, error, refetch } = useSession();
  if (session === null) return <SignInPage />;
  if (session !== undefined) return <Shell session={session} />;
  return (
    <Center mih="100vh" p="md">
      {error === null ? (
        <Loader aria-label={say('loading')} />
      ) : (
        <Stack maw={520}>
          <Failure error={error} again={() => void refetch()} />
        </Stack>
      )}
    </Center>
  );
}
