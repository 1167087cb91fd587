import { Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isSystemName } from '#core';
import { type EnrolledSystem, type NewSystem } from '#wire';
import { call } from '../../api/call.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { AgencyPicks } from '../../parts/agency-picks.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** Enrols a system; its secret is shown this once. */
export function EnrolDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(words);
  const [name, setName] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [poll, setPoll] = useState(false);
  const [arrivals, setArrivals] = useState(false);
  const isNamed = isSystemName(name.trim());
  const enrol = (): Promise<EnrolledSystem> => {
    const body: NewSystem = { name: name.trim(), codes: [...codes], poll, arrivals };
    return call('/systems', { method: 'POST', body });
  };
  const shown = (enrolled: EnrolledSystem): ReactNode => (
    <ShownOnce label={say('secretOf', { name: enrolled.name })} secret={enrolled.secret} warning={say('secretOnce')} />
  );
  return (
    <ActionDialog
      title={say('enrol')}
      action={say('enrolAction')}
      does={enrol}
      outcome={shown}
      isReady={isNamed && codes.length > 0}
      onClose={onClose}
    >
      <TextInput
        label={say('name')}
        description={say('nameRule')}
        data-autofocus
        maxLength={63}
        value={name}
        error={name.trim() !== '' && !isNamed && say('nameWrong')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <AgencyPicks label={say('codes')} placeholder={say('codesHint')} value={codes} onChange={setCodes} />
      <Checkbox
        label={say('pollLabel')}
        checked={poll}
        onChange={({ currentTarget }) => setPoll(currentTarget.checked)}
      />
      <Checkbox
        label={say('arrivalsLabel')}
        checked={arrivals}
        onChange={({ currentTarget }) => setArrivals(currentTarget.checked)}
      />
    </ActionDialog>
  );
}
