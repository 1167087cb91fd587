import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { call } from '../../api/call.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { useWords } from '../../words/wording.js';
import { type ShownSystem } from './standing.js';
import { words } from './words.js';

/** Keeps a system out, or lets it in again. */
export function LockDialog({ system, onClose }: { system: ShownSystem; onClose: () => void }): ReactNode {
  const say = useWords(words);
  const { name } = system;
  // What is asked stays what it was, also when another operator is faster.
  const [action] = useState<'lock' | 'unlock'>(system.lockedAt === undefined ? 'lock' : 'unlock');
  return (
    <ActionDialog
      title={`${say(action)} ${name}`}
      action={say(action)}
      does={() => call(`/systems/${encodeURIComponent(name)}/${action}`, { method: 'POST' })}
      onClose={onClose}
    >
      <Text size="sm">{say(action === 'lock' ? 'lockMeans' : 'unlockMeans', { name })}</Text>
    </ActionDialog>
  );
}
