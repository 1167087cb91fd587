import { NativeSelect } from '@mantine/core';
import { type ReactNode } from 'react';
import { ROLES } from '#core';
import { type Role } from '#wire';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

const MEANING = { viewer: 'viewerMeans', operator: 'operatorMeans', administrator: 'administratorMeans' } as const;

/** Chooses a role, and says what the chosen one may do. */
export function RoleInput({ value, onChange }: { value: Role; onChange: (role: Role) => void }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <NativeSelect
      label={say('role')}
      description={say(MEANING[value])}
      inputWrapperOrder={['label', 'input', 'description']}
      value={value}
      onChange={({ currentTarget }) => onChange(ROLES.find((role) => role === currentTarget.value) ?? 'viewer')}
      data={ROLES.map((role) => ({ value: role, label: sayShared(role) }))}
    />
  );
}
