import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type MadeProgramToken, type NewProgramToken } from '#wire';
import { call } from '../../api/call.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { useWords } from '../../words/wording.js';
import { RoleInput } from './role-input.js';
import { words } from './words.js';

const LONGEST = 100;

/** Makes a token for a program; it is shown once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(words);
  const [token, setToken] = useState<NewProgramToken>({ name: '', role: 'viewer' });
  return (
    <ActionDialog
      title={say('addToken')}
      action={say('addToken')}
      isReady={token.name.trim() !== ''}
      does={() => call<MadeProgramToken>('/tokens', { method: 'POST', body: token })}
      outcome={({ name, token: secret }) => (
        <ShownOnce label={say('tokenOf', { name })} secret={secret} warning={say('tokenOnce')} />
      )}
      onClose={onClose}
    >
      <TextInput
        label={say('tokenName')}
        maxLength={LONGEST}
        autoComplete="off"
        data-autofocus
        value={token.name}
        onChange={({ currentTarget: { value } }) => setToken((now) => ({ ...now, name: value }))}
      />
      <RoleInput value={token.role} onChange={(role) => setToken((now) => ({ ...now, role }))} />
    </ActionDialog>
  );
}
