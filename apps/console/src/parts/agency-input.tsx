import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { type Agency } from '#wire';
import { useAnswer } from '../api/queries.js';

/** What the page of the directory has, as far as it is read. */
interface AgencyPage {
  readonly items: readonly Agency[];
}

interface AgencyInputProps {
  readonly label: string;
  readonly placeholder?: string;
  /** The chosen agency's code, '' for none. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

const MOST = 12;

/** Chooses an agency by code, name or initials, as the hub's search finds them: without regard to diacritics. */
export function AgencyInput({ label, placeholder, value, onChange }: AgencyInputProps): ReactNode {
  const [text, setText] = useState('');
  const options = useOptions(text.trim(), value);
  return (
    <Select
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      searchable
      clearable
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      onSearchChange={setText}
      data={options}
      // The hub has chosen already, and better than by letters.
      filter={({ options: found }) => found}
    />
  );
}

/** What the hub finds for a text, a moment after whoever types pauses; the chosen one stays among them. */
function useOptions(text: string, chosen: string): { value: string; label: string }[] {
  const [sought] = useDebouncedValue(text, 250);
  const { data: known } = useAnswer<Agency>(chosen === '' ? undefined : `/agencies/${encodeURIComponent(chosen)}`);
  const { data: page } = useAnswer<AgencyPage>(sought === '' ? undefined : '/agencies', {
    query: { q: sought, limit: MOST },
    keeps: true,
  });
  const found = sought === '' ? [] : (page?.items ?? []);
  const kept =
    chosen === '' || found.some(({ code }) => code === chosen) ? [] : [known ?? { code: chosen, name: chosen }];
  return [...found, ...kept].map(({ code, name }) => ({
    value: code,
    label: name === code ? code : `${name} · ${code}`,
  }));
}
