import { IconFlame } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { State } from '../../parts/state.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';

const WORDS = ['priority0', 'priority1', 'priority2', 'priority3', 'priority4'] as const;

/** How urgent a document is, in words; what is not ordinary stands out. */
export function Priority({ priority }: { priority: number }): ReactNode {
  const say = useWords(shared);
  const word = say(WORDS[priority] ?? 'priority0');
  if (priority === 0) return word;
  return (
    <State standing={priority >= 3 ? 'bad' : 'poor'} sign={IconFlame}>
      {word}
    </State>
  );
}
