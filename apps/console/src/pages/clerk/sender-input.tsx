import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { type Agency, type ClerkSession } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

const MOST = 50;

interface SenderInputProps {
  readonly session: ClerkSession;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Chooses one of the agencies this system speaks for: its own first, those below by a search. */
export function SenderInput({ session, value, onChange }: SenderInputProps): ReactNode {
  const say = useWords(words);
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.includes('·') ? '' : text.trim(), 250);
  const query = { q: sought, own: true, limit: MOST };
  const { data } = useAnswer<{ items: readonly Agency[] }>('/agencies', { query, keeps: true });
  const [chosen, setChosen] = useState<readonly Agency[]>(session.agencies);
  const found = data?.items ?? session.agencies;
  const options = [...found, ...chosen.filter(({ code }) => !found.some((each) => each.code === code))];
  return (
    <Select
      label={say('from')}
      required
      searchable
      allowDeselect={false}
      nothingFoundMessage={say('noAgency')}
      value={value}
      onChange={(code) => {
        setChosen(options.filter((each) => each.code === code));
        onChange(code ?? '');
      }}
      onSearchChange={setText}
      data={options.map(({ code, name }) => ({ value: code, label: `${name} · ${code}` }))}
      filter={({ options: all }) => all}
    />
  );
}
