import { ActionIcon, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { type Session } from '#wire';
import { signOut } from '../api/queries.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

const PasswordDialog = lazy(() => import('./password-dialog.js'));

/** Who is signed in, and what one may do with one's own account. */
export function AccountMenu({ session }: { session: Session }): ReactNode {
  const say = useWords(shared);
  const [isChanging, dialog] = useDisclosure();
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" c="inherit" aria-label={say('account')}>
            <IconUserCircle size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)" className="breaks">
              {session.name}
            </Text>
            <Text size="xs">
              {say(session.role)} · {session.version}
            </Text>
          </Menu.Label>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={dialog.open}>
            {say('changePassword')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
            {say('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChanging && (
        <Suspense>
          <PasswordDialog onClose={dialog.close} />
        </Suspense>
      )}
    </>
  );
}
