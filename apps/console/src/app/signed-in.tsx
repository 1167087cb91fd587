import { Center, Loader, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSession } from '../api/queries.js';
import { Failure } from '../parts/failure.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

interface SignedInProps<T> {
  readonly signIn: ReactNode;
  readonly page: (session: T) => ReactNode;
}

/** What those see who are signed in; for others the sign-in page at the same address, so that one comes back to where one was. */
export function SignedIn<T>({ signIn, page }: SignedInProps<T>): ReactNode {
  const say = useWords(shared);
  const { data: session, error, refetch } = useSession<T>();
  if (session === null) return signIn;
  if (session !== undefined) return page(session);
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
