import { Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from './language-switch.js';
import { ThemeMenu } from './theme-menu.js';

interface SignInFrameProps {
  /** Of the window. */
  readonly title: string;
  readonly heading: string;
  readonly purpose: string;
  /** Below the form: where what is asked for is found. */
  readonly hints: ReactNode;
  readonly children: ReactNode;
}

/** What stands around a form that asks who it is. */
export function SignInFrame({ title, heading, purpose, hints, children }: SignInFrameProps): ReactNode {
  useEffect(() => {
    document.title = title;
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
            <Title order={1} className="breaks">
              {heading}
            </Title>
            <Text size="sm" c="dimmed">
              {purpose}
            </Text>
          </div>
          {children}
          <Text size="xs" c="dimmed" component="div">
            {hints}
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}
