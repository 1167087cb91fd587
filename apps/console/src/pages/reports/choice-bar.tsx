import { Button, Group, NativeSelect } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type Day, type DayPeriod } from '#core';
import { DayInput } from '../../parts/day-input.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { BREAKDOWNS, breakdownIn } from './breakdowns.js';
import { QUICK_PERIODS, type QuickPeriod, quickPeriod } from './period.js';
import { type ReportWord, words } from './words.js';

const PERIOD_WORDS: Readonly<Record<QuickPeriod, ReportWord>> = {
  today: 'periodToday',
  week: 'periodWeek',
  month: 'periodMonth',
  lastMonth: 'periodLastMonth',
  year: 'periodYear',
  all: 'periodAll',
};

/** Which period, and broken down by what; both stand in the address, so that a report can be passed on. */
export function ChoiceBar({ period, today }: { period: DayPeriod; today: Day }): ReactNode {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const set = (changes: Partial<Record<'from' | 'to' | 'by', string>>): void =>
    setAddress({ ...Object.fromEntries(address), ...period, ...changes }, { replace: true });
  return (
    <Sheet className="no-print" aria-label={say('choice')}>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={say('by')}
          value={breakdownIn(address).name}
          onChange={({ currentTarget: { value } }) => set({ by: value })}
          data={Object.entries(BREAKDOWNS).map(([value, { word }]) => ({ value, label: say(word) }))}
          w={190}
        />
        <DayInput label={say('from')} value={period.from} onChange={(from) => from !== '' && set({ from })} />
        <DayInput label={say('to')} value={period.to} onChange={(to) => to !== '' && set({ to })} />
        <Group gap={4} role="group" aria-label={say('period')}>
          {QUICK_PERIODS.map((name) => {
            const { from, to } = quickPeriod(name, today);
            const isChosen = from === period.from && to === period.to;
            return (
              <Button
                key={name}
                variant={isChosen ? 'filled' : 'default'}
                aria-pressed={isChosen}
                px="sm"
                onClick={() => set({ from, to })}
              >
                {say(PERIOD_WORDS[name])}
              </Button>
            );
          })}
        </Group>
      </Group>
    </Sheet>
  );
}
