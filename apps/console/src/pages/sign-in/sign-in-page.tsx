import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Session, type SignIn } from '#wire';
import { call } from '../../api/call.js';
import { becomes } from '../../api/queries.js';
import { SignInFrame } from '../../app/sign-in-frame.js';
import { Failure } from '../../parts/failure.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** Asks who it is; whoever signs in sees the page of the address that stands in the browser. */
export function SignInPage(): ReactNode {
  const say = useWords(words);
  const axis = useWords(shared)('axis');
  const hints = (
    <>
      {say('firstTime')}
      <br />
      {say('lost')}
    </>
  );
  return (
    <SignInFrame title={`${say('title')} – ${axis}`} heading={axis} purpose={say('purpose')} hints={hints}>
      <SignInForm />
    </SignInFrame>
  );
}

function SignInForm(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: (body: SignIn) => call<Session>('/session', { method: 'POST', body }),
    onSuccess: becomes,
    // A wrong password is no end of a session.
    onError: () => undefined,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ name: name.trim(), password });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={say('name')}
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <PasswordInput
          label={sayShared('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        {signIn.isError && <Failure error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          {say('title')}
        </Button>
      </Stack>
    </form>
  );
}
