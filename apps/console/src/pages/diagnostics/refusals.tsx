import { Skeleton, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Refused } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Failure } from '../../parts/failure.js';
import { Paging } from '../../parts/paging.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** What the list says of a refusal besides: whose document it was, and how many faults a malformed one has. */
type ListedRefusal = Refused & {
  readonly id?: string;
  readonly identity?: string;
  readonly subject?: string;
  readonly problems?: readonly unknown[];
};

const PAGE_SIZE = 25;

/** What the rules refused, newest first. */
export function Refusals(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const [address] = useSearchParams();
  const query = { limit: PAGE_SIZE, cursor: address.get('cursor') ?? '' };
  const { data, error, refetch } = useAnswer<{ items: ListedRefusal[]; next?: string }>('/refusals', {
    query,
    keeps: true,
  });
  return (
    <Sheet title={say('refusals')}>
      <Text size="sm" mb="xs">
        {say('refusalsMean')} {say('deadLetters')} <Link to="/dead-letters">{sayShared('deadLetters')}</Link>.
      </Text>
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} aria-busy />}
      {data?.items.length === 0 && <EmptyState title={say('noRefusals')} />}
      {data !== undefined && data.items.length > 0 && <RefusalTable refusals={data.items} />}
      <Paging next={data?.next} />
    </Sheet>
  );
}

function RefusalTable({ refusals }: { refusals: readonly ListedRefusal[] }): ReactNode {
  const say = useWords(words);
  return (
    <ScrollTable label={say('refusals')} minWidth={760}>
      <Table.Thead>
        <Table.Tr>
          {(['at', 'system', 'code', 'reason', 'document'] as const).map((word) => (
            <Table.Th key={word} scope="col">
              {say(word)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {refusals.map((refusal, at) => (
          <RefusalRow key={refusal.id ?? at} refusal={refusal} />
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

function RefusalRow({ refusal }: { refusal: ListedRefusal }): ReactNode {
  const say = useWords(words);
  const { at, system, code, detail, identity, subject, problems = [] } = refusal;
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(at)}</Table.Td>
      <Table.Td className="mono breaks" miw={120}>
        {system ?? '–'}
      </Table.Td>
      <Table.Td className="mono">{code}</Table.Td>
      <Table.Td className="breaks" miw={200}>
        {detail}
        {problems.length > 0 && (
          <Text size="xs" c="dimmed">
            {say('problems', { count: problems.length })}
          </Text>
        )}
      </Table.Td>
      <Table.Td className="breaks" miw={180}>
        {identity !== undefined && <span className="mono">{identity} </span>}
        {subject !== undefined && (
          <Text size="sm" lineClamp={3}>
            {subject}
          </Text>
        )}
        {identity === undefined && subject === undefined && '–'}
      </Table.Td>
    </Table.Tr>
  );
}
