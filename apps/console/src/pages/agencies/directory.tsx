import { Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { AsOf } from '../../parts/as-of.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { AgencyTree } from './agency-tree.js';
import { Choice } from './choice.js';
import { FoundAgencies } from './found-agencies.js';
import { PERIODS, periodIn } from './period.js';
import { ProvinceMap } from './province-map.js';
import { useBranchVolumes } from './use-volumes.js';
import { words } from './words.js';

const PAUSE_MS = 250;

/** The directory as a tree of four tiers or a map of the provinces; what is typed is searched instead. */
export function Directory(): ReactNode {
  const say = useWords(words);
  const [address] = useSearchParams();
  const text = (address.get('q') ?? '').trim();
  const period = periodIn(address);
  const view = address.get('view') === 'map' ? 'map' : 'tree';
  const { asOf } = useBranchVolumes(period);
  return (
    <Page title={say('title')} aside={<AsOf time={asOf} />}>
      <Sheet>
        <Group gap="sm" align="flex-end">
          <SearchField />
          <Choice name="period" label={say('period')} chosen={period} options={PERIODS} usual="all" />
          {text === '' && (
            <Choice name="view" label={say('view')} chosen={view} options={['tree', 'map']} usual="tree" />
          )}
        </Group>
      </Sheet>
      {text !== '' && <FoundAgencies text={text} period={period} />}
      {text === '' && view === 'tree' && <AgencyTree period={period} />}
      {text === '' && view === 'map' && <ProvinceMap period={period} />}
    </Page>
  );
}

function SearchField(): ReactNode {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState(address.get('q') ?? '');
  const seek = useDebouncedCallback((sought: string) => {
    setAddress(
      (now) => {
        const next = new URLSearchParams(now);
        if (sought.trim() === '') next.delete('q');
        else next.set('q', sought.trim());
        return next;
      },
      { replace: true },
    );
  }, PAUSE_MS);
  return (
    <TextInput
      type="search"
      label={say('search')}
      placeholder={say('searchHint')}
      miw={260}
      flex={1}
      value={text}
      maxLength={200}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        seek(value);
      }}
    />
  );
}
