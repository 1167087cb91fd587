import { ActionIcon, Burger, Group, Text, Tooltip } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { type ClerkSession } from '#wire';
import { signOut } from '../../api/queries.js';
import { type MenuProps } from '../../app/frame.js';
import { LanguageSwitch } from '../../app/language-switch.js';
import { ThemeMenu } from '../../app/theme-menu.js';
import { HanoiTime } from '../../parts/hanoi-time.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { SystemState } from './system-state.js';

interface ClerkHeaderProps extends MenuProps {
  readonly session: ClerkSession;
}

/** Whose page this is, how its system is, the time, and one's own choices. */
export function ClerkHeader({ session, isMenuOpen, onMenu }: ClerkHeaderProps): ReactNode {
  const say = useWords(shared);
  const names = session.agencies.map(({ name }) => name).join(', ');
  return (
    <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <Burger opened={isMenuOpen} onClick={onMenu} hiddenFrom="md" size="sm" aria-label={say('menu')} />
        <img src="/emblem.svg" width={26} height={26} alt="" />
        <Text fw={700} truncate title={`${names} · ${session.system} · ${session.version}`} visibleFrom="xs">
          {names}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap">
        <SystemState />
        <HanoiTime />
        <LanguageSwitch />
        <ThemeMenu />
        <Tooltip label={say('signOut')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            aria-label={say('signOut')}
            onClick={() => void signOut()}
          >
            <IconLogout size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
}
