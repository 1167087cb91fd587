import { Button, Group, NativeSelect, SimpleGrid } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { ADMINISTRATIVE_TYPES, LEGAL_ACT_TYPES } from '#core';
import { AgencyInput } from '../../parts/agency-input.js';
import { DayInput } from '../../parts/day-input.js';
import { Sheet } from '../../parts/sheet.js';
import { type SharedWord, shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { type Filter, type Filters, withFilters } from './filters.js';
import { QuickPeriods } from './quick-periods.js';
import { TypedFilter } from './typed-filter.js';
import { words } from './words.js';

const STATES = {
  waiting: 'stateWaiting',
  received: 'stateReceived',
  failed: 'stateFailed',
  expired: 'stateExpired',
  withdrawn: 'stateWithdrawn',
} as const satisfies Record<string, SharedWord>;
const STATUSES = ['02', '03', '04', '05', '06', '13', '15', '16'] as const;
const TYPES = [...new Set<string>([...ADMINISTRATIVE_TYPES, ...LEGAL_ACT_TYPES])].sort((a, b) =>
  a.localeCompare(b, 'vi'),
);

interface Option {
  readonly value: string;
  readonly label: string;
}

type SetFilters = (changes: Partial<Record<Filter, string>>) => void;

/** What narrows the list. Every filter stands in the address, so that a list can be passed on and come back to. */
export function FilterBar({ filters }: { filters: Filters }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const [address, setAddress] = useSearchParams();
  const set: SetFilters = (changes) => setAddress(withFilters(address, changes), { replace: true });
  const isFiltered = Object.values(filters).some((value) => value !== '');
  return (
    <Sheet aria-label={say('filters')}>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm" verticalSpacing="xs">
        <TypedFilter label={say('q')} value={filters.q} onChange={(q) => set({ q })} />
        <TypedFilter label={say('identity')} value={filters.identity} onChange={(identity) => set({ identity })} />
        <AgencyInput
          label={sayShared('sender')}
          placeholder={say('anySender')}
          value={filters.sender}
          onChange={(sender) => set({ sender })}
        />
        <AgencyInput
          label={sayShared('recipient')}
          placeholder={say('anyRecipient')}
          value={filters.recipient}
          onChange={(recipient) => set({ recipient })}
        />
        <Choices filters={filters} set={set} />
      </SimpleGrid>
      <Group gap="sm" mt="sm" align="flex-end">
        <QuickPeriods filters={filters} onChoose={set} />
        <DayInput label={say('from')} value={filters.from} onChange={(from) => set({ from })} />
        <DayInput label={say('to')} value={filters.to} onChange={(to) => set({ to })} />
        <Button variant="default" disabled={!isFiltered} onClick={() => setAddress({}, { replace: true })}>
          {sayShared('clear')}
        </Button>
      </Group>
    </Sheet>
  );
}

/** The filters of which there are a few values each. */
function Choices({ filters, set }: { filters: Filters; set: SetFilters }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const choices: readonly [Filter, string, readonly Option[]][] = [
    ['state', say('state'), Object.entries(STATES).map(([value, word]) => ({ value, label: sayShared(word) }))],
    ['status', say('status'), STATUSES.map((value) => ({ value, label: `${value} ${sayShared(`status${value}`)}` }))],
    ['type', say('type'), TYPES.map((value) => ({ value, label: value }))],
    [
      'urgent',
      say('urgency'),
      [
        { value: 'true', label: say('urgentOnly') },
        { value: 'false', label: say('ordinaryOnly') },
      ],
    ],
  ];
  return choices.map(([name, label, options]) => (
    <NativeSelect
      key={name}
      label={label}
      value={filters[name]}
      onChange={({ currentTarget: { value } }) => set({ [name]: value })}
      data={[{ value: '', label: sayShared('all') }, ...options]}
    />
  ));
}
