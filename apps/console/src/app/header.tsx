import { Burger, Group, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type Session } from '#wire';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';
import { HanoiTime } from '../parts/hanoi-time.js';
import { AccountMenu } from './account-menu.js';
import { type MenuProps } from './frame.js';
import { HubState } from './hub-state.js';
import { LanguageSwitch } from './language-switch.js';
import { ThemeMenu } from './theme-menu.js';

interface HeaderProps extends MenuProps {
  readonly session: Session;
}

/** What every page has above it: the axis' name, how the hub is, the time, and one's own choices. */
export function Header({ session, isMenuOpen, onMenu }: HeaderProps): ReactNode {
  const say = useWords(shared);
  return (
    <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <Burger opened={isMenuOpen} onClick={onMenu} hiddenFrom="md" size="sm" aria-label={say('menu')} />
        <img src="/emblem.svg" width={26} height={26} alt="" />
        <Text component={Link} to="/" fw={700} truncate td="none" c="inherit" visibleFrom="xs">
          {say('axis')}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap">
        <HubState />
        <HanoiTime />
        <LanguageSwitch />
        <ThemeMenu />
        <AccountMenu session={session} />
      </Group>
    </Group>
  );
}
