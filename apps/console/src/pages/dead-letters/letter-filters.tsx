import { Group, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

interface LetterFiltersProps {
  readonly queue: string;
  readonly isAll: boolean;
  readonly onChange: (changes: { queue?: string; all?: string }) => void;
}

/** Whether those handled again are listed too, and which queue they died in. */
export function LetterFilters({ queue, isAll, onChange }: LetterFiltersProps): ReactNode {
  const say = useWords(words);
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={say('filters')}>
      <SegmentedControl
        aria-label={say('state')}
        value={isAll ? 'all' : 'open'}
        onChange={(value) => onChange({ all: value === 'all' ? 'true' : '' })}
        data={[
          { value: 'open', label: say('openOnly') },
          { value: 'all', label: say('everything') },
        ]}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('queue');
          onChange({ queue: typeof typed === 'string' ? typed.trim() : '' });
        }}
      >
        <TextInput
          key={queue}
          name="queue"
          label={say('queue')}
          placeholder={say('queueHint')}
          defaultValue={queue}
          onBlur={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        />
      </form>
    </Group>
  );
}
