import { Button, Group } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { AgencyInput } from '../../parts/agency-input.js';
import { AgencyPicks } from '../../parts/agency-picks.js';
import { useWords } from '../../words/wording.js';
import { type Draft } from './draft.js';
import { words } from './words.js';

/** A part of the form, and how it is changed. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** Who sends, and to whom; also back to oneself. */
export function AddressFields({ draft: { from, to }, onChange }: FieldsProps): ReactNode {
  const say = useWords(words);
  return (
    <>
      <AgencyInput
        label={say('from')}
        placeholder={say('agencyHint')}
        value={from}
        onChange={(code) => onChange({ from: code })}
      />
      <AgencyPicks
        label={say('to')}
        placeholder={say('agencyHint')}
        value={to}
        onChange={(codes) => onChange({ to: codes })}
      />
      <Group gap="md">
        <Button
          size="compact-sm"
          variant="default"
          disabled={from === '' || to.includes(from)}
          onClick={() => onChange({ to: [from] })}
        >
          {say('echo')}
        </Button>
        <Link to="/agencies">{say('toTree')}</Link>
      </Group>
    </>
  );
}
