import { Button } from '@mantine/core';
import { type ReactNode } from 'react';
import { hanoiDay } from '#core';
import { useToday } from '../../parts/use-today.js';
import { useWords } from '../../words/wording.js';
import { type Filters, quickPeriod } from './filters.js';
import { words } from './words.js';

const PERIODS = [
  ['today', 'periodToday'],
  ['week', 'periodWeek'],
  ['month', 'periodMonth'],
  ['all', 'periodAll'],
] as const;

interface QuickPeriodsProps {
  readonly filters: Filters;
  readonly onChoose: (period: { from: string; to: string }) => void;
}

/** Today, seven days, this month, all; in simulation counted from the day that is played. */
export function QuickPeriods({ filters, onChoose }: QuickPeriodsProps): ReactNode {
  const say = useWords(words);
  const day = useToday() ?? hanoiDay(Date.now());
  return (
    <div role="group" aria-label={say('period')}>
      <Button.Group>
        {PERIODS.map(([period, word]) => {
          const { from, to } = quickPeriod(period, day);
          const isChosen = filters.from === from && filters.to === to;
          return (
            <Button
              key={period}
              variant={isChosen ? 'filled' : 'default'}
              aria-pressed={isChosen}
              px="sm"
              onClick={() => onChoose({ from, to })}
            >
              {say(word)}
            </Button>
          );
        })}
      </Button.Group>
    </div>
  );
}
