import { Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../api/call.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { useWords } from '../../words/wording.js';
import { type ShownSystem } from './standing.js';
import { words } from './words.js';

/** Takes a system off the axis, once its name has been typed. */
export function RemoveDialog({ system: { name }, onClose }: { system: ShownSystem; onClose: () => void }): ReactNode {
  const say = useWords(words);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const remove = async (): Promise<void> => {
    await call(`/systems/${encodeURIComponent(name)}`, { method: 'DELETE' });
    await navigate('/systems', { replace: true });
  };
  return (
    <ActionDialog
      title={`${say('remove')}: ${name}`}
      action={say('remove')}
      isGrave
      isReady={typed.trim() === name}
      does={remove}
      onClose={onClose}
    >
      <Text size="sm">{say('removeMeans', { name })}</Text>
      <TextInput
        label={say('removeType')}
        description={name}
        data-autofocus
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    </ActionDialog>
  );
}
