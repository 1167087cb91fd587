import { Box, Button, Center, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type Session, type SignIn } from '#wire';
import { call } from '../../api/call.js';
import { client, SESSION_KEY } from '../../api/queries.js';
import { LanguageSwitch } from '../../app/language-switch.js';
import { ThemeMenu } from '../../app/theme-menu.js';
import { Failure } from '../../parts/failure.js';
import { shared } from '../../words/shared.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** Asks who it is; whoever signs in sees the page of the address that stands in the browser. */
export function SignInPage(): ReactNode {
  const say = useWords(words);
  const axis = useWords(shared)('axis');
  useEffect(() => {
    document.title = `${say('title')} – ${axis}`;
  });
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper bg="var(--sheet)" w={400} maw="100%" style={{ border: '1px solid var(--rule)' }}>
        <Box h={4} bg="var(--accent)" />
        <Stack p="lg" gap="md">
          <Group justify="space-between" wrap="nowrap">
            <img src="/emblem.svg" width={36} height={36} alt="" />
            <Group gap="xs">
              <LanguageSwitch />
              <ThemeMenu />
            </Group>
          </Group>
          <div>
            <Title order={1}>{axis}</Title>
            <Text size="sm" c="dimmed">
              {say('purpose')}
            </Text>
          </div>
          <SignInForm />
          <Text size="xs" c="dimmed">
            {say('firstTime')}
            <br />
            {say('lost')}
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}

function SignInForm(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: (body: SignIn) => call<Session>('/session', { method: 'POST', body }),
    onSuccess: (session) => client.setQueryData(SESSION_KEY, session),
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
