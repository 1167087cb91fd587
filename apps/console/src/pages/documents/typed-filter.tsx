import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';

interface TypedFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const PAUSE_MS = 300;

/** A filter of words: it takes effect when whoever types pauses. */
export function TypedFilter({ label, value, onChange }: TypedFilterProps): ReactNode {
  const say = useWords(shared);
  const [text, setText] = useState(value);
  const settle = useDebouncedCallback((typed: string) => onChange(typed.trim()), PAUSE_MS);
  // The address changes by other ways too: back, a link, all filters cleared.
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value]);
  const change = (typed: string): void => {
    setText(typed);
    settle(typed);
  };
  return (
    <TextInput
      label={label}
      value={text}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      rightSection={
        text === '' ? undefined : (
          <CloseButton size="sm" aria-label={`${say('clear')}: ${label}`} onClick={() => change('')} />
        )
      }
    />
  );
}
