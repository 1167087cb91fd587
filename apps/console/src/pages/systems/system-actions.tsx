import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../app/use-role.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { LockDialog } from './lock-dialog.js';
import { RemoveDialog } from './remove-dialog.js';
import { RenewDialog } from './renew-dialog.js';
import { ResendDialog } from './resend-dialog.js';
import { type ShownSystem } from './standing.js';
import { words } from './words.js';

const DIALOGS = { lock: LockDialog, resend: ResendDialog, renew: RenewDialog, remove: RemoveDialog };
type Action = keyof typeof DIALOGS;

/** What can be done with a system; what one's role may not do is not offered, and is said. */
export function SystemActions({ system }: { system: ShownSystem }): ReactNode {
  const say = useWords(words);
  const [action, setAction] = useState<Action>();
  const mayOperate = useMay('operator');
  const mayAdminister = useMay('administrator');
  const offered: readonly Action[] = [
    ...(mayOperate ? (['lock', 'resend'] as const) : []),
    ...(mayAdminister ? (['renew', 'remove'] as const) : []),
  ];
  const Dialog = action === undefined ? undefined : DIALOGS[action];
  return (
    <Sheet title={say('actions')}>
      <Group gap="xs">
        {offered.map((each) => (
          <Button
            key={each}
            variant={each === 'remove' ? 'outline' : 'default'}
            {...(each === 'remove' ? { color: 'red', c: 'var(--bad)' } : {})}
            onClick={() => setAction(each)}
          >
            {say(each === 'lock' && system.lockedAt !== undefined ? 'unlock' : each)}
          </Button>
        ))}
      </Group>
      {!mayAdminister && (
        <Text size="sm" c="dimmed" mt={offered.length === 0 ? 0 : 'sm'}>
          {say('mayNot')}
        </Text>
      )}
      {Dialog !== undefined && <Dialog system={system} onClose={() => setAction(undefined)} />}
    </Sheet>
  );
}
