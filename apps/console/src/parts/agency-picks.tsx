import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Agency } from '#wire';
import { call } from '../api/call.js';
import { useAnswer } from '../api/queries.js';

/** What the page of the directory has, as far as it is read. */
interface AgencyPage {
  readonly items: readonly Agency[];
}

interface AgencyPicksProps {
  readonly label: string;
  readonly placeholder?: string;
  /** The chosen agencies' codes. */
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
}

const MOST = 12;
const PAUSE_MS = 250;

/** Chooses agencies by code, name or initials, as the hub's search finds them: without regard to diacritics. */
export function AgencyPicks({ label, placeholder, value, onChange }: AgencyPicksProps): ReactNode {
  const [text, setText] = useState('');
  const names = useNames(value);
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
      {...(placeholder === undefined || value.length > 0 ? {} : { placeholder })}
      searchable
      clearable
      hidePickedOptions
      value={[...value]}
      onChange={onChange}
      searchValue={text}
      onSearchChange={setText}
      data={codes.map((code) => ({ value: code, label: labelOf(code, nameOf(code)) }))}
      // The hub has chosen already, and better than by letters.
      filter={({ options }) => options}
    />
  );
}

/** Names of chosen agencies, also of those that an address named; those not known yet are left out. */
function useNames(codes: readonly string[]): ReadonlyMap<string, string> {
  const answers = useQueries({
    queries: codes.map((code) => {
      const path = `/agencies/${encodeURIComponent(code)}`;
      return { queryKey: [path], queryFn: () => call<Agency>(path), staleTime: Infinity };
    }),
  });
  return new Map(answers.flatMap(({ data }, index) => (data === undefined ? [] : [[codes[index] ?? '', data.name]])));
}

function labelOf(code: string, name: string): string {
  return name === code ? code : `${name} · ${code}`;
}
