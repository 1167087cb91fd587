import { Button, Code, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type ClerkSession, type ClerkSignIn } from '#wire';
import { call } from '../../api/call.js';
import { client, SESSION_KEY } from '../../api/queries.js';
import { SignInFrame } from '../../app/sign-in-frame.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** Asks for the token of the system. */
export function TokenPage(): ReactNode {
  const say = useWords(words);
  const hints = (
    <>
      {say('tokenWhere')} <Code>systems/…json</Code> ({say('tokenEntry')} <Code>token</Code>).
      <br />
      {say('tokenNode')} <Code>AGENCY_TOKEN</Code>.
    </>
  );
  return (
    <SignInFrame title={say('signIn')} heading={say('clerk')} purpose={say('purpose')} hints={hints}>
      <TokenForm />
    </SignInFrame>
  );
}

function TokenForm(): ReactNode {
  const say = useWords(words);
  const [token, setToken] = useState('');
  const signIn = useMutation({
    mutationFn: (body: ClerkSignIn) => call<ClerkSession>('/session', { method: 'POST', body }),
    onSuccess: (session) => client.setQueryData(SESSION_KEY, session),
    // A wrong token is no end of a session.
    onError: () => undefined,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ token: token.trim() });
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          label={say('token')}
          autoComplete="current-password"
          autoFocus
          required
          withAsterisk={false}
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
        />
        {signIn.isError && <Failure error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending} disabled={token.trim() === ''}>
          {say('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
