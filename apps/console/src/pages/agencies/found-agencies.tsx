import { type ReactNode } from 'react';
import { EmptyState } from '../../parts/empty-state.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { AgencyList } from './agency-list.js';
import { type PeriodName } from './period.js';
import { words } from './words.js';

const MOST = 50;

/** What the hub finds for a text, the best first. */
export function FoundAgencies({ text, period }: { text: string; period: PeriodName }): ReactNode {
  const say = useWords(words);
  const none = <EmptyState title={say('noneFound', { text })}>{say('noneFoundFirst')}</EmptyState>;
  return (
    <Sheet title={<span className="breaks">{say('found', { text })}</span>}>
      <AgencyList label={say('found', { text })} query={{ q: text, limit: MOST }} period={period} none={none} />
    </Sheet>
  );
}
