import { Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { hanoiIso } from '#core';
import { type ResendAnswer } from '#wire';
import { call } from '../../api/call.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { State } from '../../parts/state.js';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { type ShownSystem } from './standing.js';
import { words } from './words.js';

const DAY_MS = 86_400_000;
const TO_THE_MINUTE = 16;

/** Sends a system everything accepted for it since a moment once more. */
export function ResendDialog({ system: { name }, onClose }: { system: ShownSystem; onClose: () => void }): ReactNode {
  const say = useWords(words);
  const [since, setSince] = useState(() => hanoiIso(Date.now() - DAY_MS).slice(0, TO_THE_MINUTE));
  const path = `/systems/${encodeURIComponent(name)}/resend`;
  return (
    <ActionDialog
      title={`${say('resend')}: ${name}`}
      action={say('resend')}
      isReady={since.length === TO_THE_MINUTE}
      does={() => call<ResendAnswer>(path, { method: 'POST', body: { since: `${since}:00+07:00` } })}
      outcome={({ documents }) => (
        <State standing="good">{say('resent', { documents: figure(documents), name })}</State>
      )}
      onClose={onClose}
    >
      <Text size="sm">{say('resendMeans', { name })}</Text>
      <TextInput
        type="datetime-local"
        label={say('resendSince')}
        value={since}
        onChange={({ currentTarget }) => setSince(currentTarget.value.slice(0, TO_THE_MINUTE))}
      />
    </ActionDialog>
  );
}
