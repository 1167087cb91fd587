import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { AgencyList } from './agency-list.js';
import { type ListedAgency, tierWord } from './listed-agency.js';
import { type PeriodName } from './period.js';
import { words } from './words.js';

const MOST = 200;

/** Who is directly below an agency. Nobody is below a commune. */
export function ChildAgencies({ of, period }: { of: ListedAgency; period: PeriodName }): ReactNode {
  const say = useWords(words);
  if (tierWord(of) === 'commune') return null;
  const none = (
    <Text size="sm" c="dimmed">
      {say('nothingBelow')}
    </Text>
  );
  return (
    <Sheet title={say('below')}>
      <AgencyList label={say('below')} query={{ parent: of.code, limit: MOST }} period={period} none={none} />
    </Sheet>
  );
}
