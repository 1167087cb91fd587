import { SegmentedControl, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../words/wording.js';
import { type AgencyWord, words } from './words.js';

interface ChoiceProps {
  /** As it stands in the address. */
  readonly name: string;
  readonly label: string;
  readonly chosen: AgencyWord;
  readonly options: readonly AgencyWord[];
  /** Left out of the address. */
  readonly usual: AgencyWord;
}

/** One of a few, kept in the address of the page. */
export function Choice({ name, label, chosen, options, usual }: ChoiceProps): ReactNode {
  const say = useWords(words);
  const id = useId();
  const [, setAddress] = useSearchParams();
  const choose = (value: string): void => {
    setAddress((now) => {
      const next = new URLSearchParams(now);
      if (value === usual) next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  return (
    <Stack gap={2} align="flex-start">
      <Text size="sm" fw={500} id={id}>
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        size="xs"
        value={chosen}
        onChange={choose}
        data={options.map((value) => ({ value, label: say(value) }))}
      />
    </Stack>
  );
}
