import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { type Agency } from '#wire';
import { useAnswer } from '../api/queries.js';

/** What the page of the directory has, as far as it is read. */
interface AgencyPage {
  readonly items: readonly Agency[];
}

interface AgencyPicksProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  /** The chosen agencies' codes. */
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
  readonly disabled?: boolean;
}

const MOST = 12;
const PAUSE_MS = 250;

/** Chooses agencies by code, name or initials, as the hub's search finds them: without regard to diacritics. */
export function AgencyPicks({
  label,
  description,
  placeholder,
  value,
  onChange,
  disabled,
}: AgencyPicksProps): ReactNode {
  const [text, setText] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [sought] = useDebouncedValue(text.trim(), PAUSE_MS);
  const { data } = useAnswer<AgencyPage>(sought === '' ? undefined : '/agencies', {
    query: { q: sought, limit: MOST },
    keeps: true,
  });
  const found = sought === '' ? [] : (data?.items ?? []);
  const nameOf = (code: string): string => found.find((each) => each.code === code)?.name ?? names.get(code) ?? code;
  const codes = [...new Set([...found.map(({ code }) => code), ...value])];
  return (
    <MultiSelect
      label={label}
      description={description}
      {...(placeholder === undefined || value.length > 0 ? {} : { placeholder })}
      searchable
      clearable
      hidePickedOptions
      disabled={disabled ?? false}
      value={[...value]}
      onChange={(chosen) => {
        setNames(new Map(chosen.map((code) => [code, nameOf(code)])));
        onChange(chosen);
      }}
      searchValue={text}
      onSearchChange={setText}
      data={codes.map((code) => ({ value: code, label: labelOf(code, nameOf(code)) }))}
      // The hub has chosen already, and better than by letters.
      filter={({ options }) => options}
    />
  );
}

function labelOf(code: string, name: string): string {
  return name === code ? code : `${name} · ${code}`;
}
