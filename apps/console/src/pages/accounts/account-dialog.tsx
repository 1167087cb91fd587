import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Account, type AccountChange, type AccountWithPassword } from '#wire';
import { call } from '../../api/call.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { useWords } from '../../words/wording.js';
import { type AccountAction } from './account-table.js';
import { PasswordOnce } from './password-once.js';
import { RoleInput } from './role-input.js';
import { words } from './words.js';

interface AccountDialogProps {
  readonly account: Account;
  readonly action: AccountAction;
  readonly onClose: () => void;
}

const TITLES = {
  changeRole: 'changeRoleOf',
  lock: 'lockOf',
  unlock: 'unlockOf',
  renew: 'renewOf',
  remove: 'removeOf',
} as const;
const MEANS = { lock: 'lockMeans', unlock: 'unlockMeans', renew: 'renewMeans', remove: 'removeMeans' } as const;

/** Says what is about to be done with an account, and does it when told so. */
export function AccountDialog({ account, action, onClose }: AccountDialogProps): ReactNode {
  const say = useWords(words);
  const [role, setRole] = useState(account.role);
  const path = `/accounts/${encodeURIComponent(account.name)}`;
  const common = { title: say(TITLES[action], { name: account.name }), action: say(action), onClose };
  if (action === 'renew') {
    return (
      <ActionDialog
        {...common}
        does={() => call<AccountWithPassword>(`${path}/password`, { method: 'POST' })}
        outcome={(made) => <PasswordOnce made={made} />}
      >
        <Text size="sm">{say('renewMeans')}</Text>
      </ActionDialog>
    );
  }
  if (action === 'changeRole') {
    return (
      <ActionDialog {...common} isReady={role !== account.role} does={() => change(path, { role })}>
        <RoleInput value={role} onChange={setRole} />
      </ActionDialog>
    );
  }
  const does = (): Promise<unknown> =>
    action === 'remove' ? call(path, { method: 'DELETE' }) : change(path, { locked: action === 'lock' });
  return (
    <ActionDialog {...common} isGrave={action === 'remove'} does={does}>
      <Text size="sm">{say(MEANS[action])}</Text>
    </ActionDialog>
  );
}

function change(path: string, body: AccountChange): Promise<Account> {
  return call<Account>(path, { method: 'PATCH', body });
}
