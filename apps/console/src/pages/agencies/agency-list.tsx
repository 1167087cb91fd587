import { Skeleton, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Query } from '../../api/call.js';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { useWords } from '../../words/wording.js';
import { AgencyColumns, AgencyRow } from './agency-rows.js';
import { type AgencyPageBody } from './listed-agency.js';
import { type PeriodName } from './period.js';
import { useAgencyVolumes } from './use-volumes.js';
import { words } from './words.js';

interface AgencyListProps {
  readonly label: string;
  /** What the hub is asked for: `q` or `parent`, and `limit`. */
  readonly query: Query;
  readonly period: PeriodName;
  /** Shown when there is nobody. */
  readonly none: ReactNode;
}

/** The first agencies that the hub has for a question, with their volumes. */
export function AgencyList({ label, query, period, none }: AgencyListProps): ReactNode {
  const say = useWords(words);
  const { data, error, refetch } = useAnswer<AgencyPageBody>('/agencies', { query });
  const { volumes } = useAgencyVolumes(period);
  if (data === undefined) {
    return error === null ? <Skeleton h={300} /> : <Failure error={error} again={() => void refetch()} />;
  }
  if (data.items.length === 0) return none;
  return (
    <>
      <ScrollTable label={label} minWidth={680}>
        <AgencyColumns />
        <Table.Tbody>
          {data.items.map((agency) => (
            <AgencyRow key={agency.code} agency={agency} volumes={volumes} />
          ))}
        </Table.Tbody>
      </ScrollTable>
      {data.next !== undefined && (
        <Text size="sm" c="dimmed" mt="xs">
          {say('more')}
        </Text>
      )}
    </>
  );
}
