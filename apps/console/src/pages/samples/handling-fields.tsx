import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { DayInput } from '../../parts/day-input.js';
import { type SharedWord, shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { type FieldsProps } from './address-fields.js';
import { AttachedFiles } from './attached-files.js';
import { words } from './words.js';

const PRIORITIES: readonly SharedWord[] = ['priority0', 'priority1', 'priority2', 'priority3', 'priority4'];

/** How it is to be handled: urgency, due date, number, paper, files. */
export function HandlingFields({ draft, onChange }: FieldsProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { priority, dueOn, number, paper, files } = draft;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <Select
          label={say('priority')}
          allowDeselect={false}
          value={String(priority)}
          onChange={(value) => onChange({ priority: Number(value ?? 0) })}
          data={PRIORITIES.map((word, value) => ({ value: String(value), label: `${value} ${sayShared(word)}` }))}
        />
        <DayInput label={say('dueOn')} value={dueOn} onChange={(day) => onChange({ dueOn: day })} />
        <TextInput
          label={say('number')}
          placeholder={say('numberHint')}
          maxLength={11}
          value={number}
          onChange={({ currentTarget }) => onChange({ number: currentTarget.value })}
        />
      </SimpleGrid>
      <Checkbox
        label={say('paper')}
        checked={paper}
        onChange={({ currentTarget }) => onChange({ paper: currentTarget.checked })}
      />
      <AttachedFiles files={files} onChange={(next) => onChange({ files: next })} />
    </>
  );
}
