import { type ReactNode } from 'react';
import { hanoiDay } from '#core';
import { State } from '../../parts/state.js';
import { dayOf, figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { dueOf } from './due.js';
import { words } from './words.js';

interface DueStateProps {
  /** `yyyy-MM-dd`; undefined when there is none. */
  readonly dueOn: string | undefined;
  /** What those concerned have reported last. */
  readonly statuses: readonly string[];
}

/** The due date, and in words and colour what is overdue or soon due. */
export function DueState({ dueOn, statuses }: DueStateProps): ReactNode {
  const say = useWords(words);
  if (dueOn === undefined) return '–';
  const due = dueOf(dueOn, hanoiDay(Date.now()), statuses);
  const word = due === undefined ? undefined : wordFor(due.days);
  return (
    <>
      <span style={{ whiteSpace: 'nowrap' }}>{dayOf(dueOn)}</span>
      {due !== undefined && word !== undefined && (
        <div>
          <State standing={due.standing}>
            {say(word, { days: figure(Math.abs(due.days)), count: Math.abs(due.days) })}
          </State>
        </div>
      )}
    </>
  );
}

function wordFor(days: number): 'overdue' | 'dueToday' | 'dueIn' {
  if (days < 0) return 'overdue';
  return days === 0 ? 'dueToday' : 'dueIn';
}
