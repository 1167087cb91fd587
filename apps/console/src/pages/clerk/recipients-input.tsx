import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { type Agency } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

const MOST = 20;

interface RecipientsInputProps {
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
}

/** Chooses recipients by name, initials or code, without regard to diacritics. */
export function RecipientsInput({ value, onChange }: RecipientsInputProps): ReactNode {
  const say = useWords(words);
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.trim(), 250);
  const { data } = useAnswer<{ items: readonly Agency[] }>('/agencies', {
    query: { q: sought, limit: MOST },
    keeps: true,
  });
  // Those chosen keep their names while something else is looked for.
  const [chosen, setChosen] = useState<readonly Agency[]>([]);
  const found = data?.items ?? [];
  const options = [...found, ...chosen.filter(({ code }) => !found.some((each) => each.code === code))];
  return (
    <MultiSelect
      label={say('to')}
      placeholder={value.length === 0 ? say('searchAgencies') : ''}
      required
      searchable
      hidePickedOptions
      nothingFoundMessage={say('noAgency')}
      value={[...value]}
      onChange={(codes) => {
        setChosen(options.filter(({ code }) => codes.includes(code)));
        onChange(codes);
      }}
      onSearchChange={setText}
      data={options.map(({ code, name }) => ({ value: code, label: `${name} · ${code}` }))}
      // The system has chosen already, and better than by letters.
      filter={({ options: all }) => all}
    />
  );
}
