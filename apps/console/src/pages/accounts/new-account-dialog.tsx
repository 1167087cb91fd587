import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type AccountWithPassword, type NewAccount } from '#wire';
import { call } from '../../api/call.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { useWords } from '../../words/wording.js';
import { PasswordOnce } from './password-once.js';
import { RoleInput } from './role-input.js';
import { words } from './words.js';

/** What the hub takes for a name (newAccountSchema). */
const NAME = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const LONGEST = 64;

/** Makes an account; its password is shown once. */
export function NewAccountDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(words);
  const [account, setAccount] = useState<NewAccount>({ name: '', role: 'viewer' });
  const isName = NAME.test(account.name);
  return (
    <ActionDialog
      title={say('add')}
      action={say('add')}
      isReady={isName}
      does={() => call<AccountWithPassword>('/accounts', { method: 'POST', body: account })}
      outcome={(made) => <PasswordOnce made={made} />}
      onClose={onClose}
    >
      <TextInput
        label={say('name')}
        description={say('addName')}
        error={account.name === '' || isName ? undefined : say('addNameWrong')}
        maxLength={LONGEST}
        autoComplete="off"
        data-autofocus
        value={account.name}
        onChange={({ currentTarget: { value } }) => setAccount((now) => ({ ...now, name: value }))}
      />
      <RoleInput value={account.role} onChange={(role) => setAccount((now) => ({ ...now, role }))} />
    </ActionDialog>
  );
}
