import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type RenewedSecret } from '#wire';
import { call } from '../../api/call.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { useWords } from '../../words/wording.js';
import { type ShownSystem } from './standing.js';
import { words } from './words.js';

/** Gives a system a new secret, shown this once. */
export function RenewDialog({ system: { name }, onClose }: { system: ShownSystem; onClose: () => void }): ReactNode {
  const say = useWords(words);
  return (
    <ActionDialog
      title={`${say('renew')}: ${name}`}
      action={say('renew')}
      isGrave
      does={() => call<RenewedSecret>(`/systems/${encodeURIComponent(name)}/secret`, { method: 'POST' })}
      outcome={({ secret }) => (
        <ShownOnce label={say('secretOf', { name })} secret={secret} warning={say('secretOnce')} />
      )}
      onClose={onClose}
    >
      <Text size="sm">{say('renewMeans', { name })}</Text>
    </ActionDialog>
  );
}
