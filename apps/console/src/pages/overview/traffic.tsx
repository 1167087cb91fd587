import { Group, SegmentedControl, Skeleton, Table } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type Overview } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { clock, figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** The chart library is the largest part of the pages: it comes after the figures. */
const TrafficChart = lazy(() => import('./traffic-chart.js'));

const HEIGHT = 236;

/** Documents in and deliveries arrived over the last hour or day, as a chart or as a table. */
export function Traffic({ series }: { series: Overview['series'] }): ReactNode {
  const say = useWords(words);
  const [period, setPeriod] = useState<'hour' | 'day'>('hour');
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const label = say('chartOf', { period: say(period === 'hour' ? 'hour' : 'dayLong') });
  const aside = (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={say('period')}
        value={period}
        onChange={(value) => setPeriod(value === 'day' ? 'day' : 'hour')}
        data={[
          { value: 'hour', label: say('hour') },
          { value: 'day', label: say('dayLong') },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={say('chart')}
        value={shown}
        onChange={(value) => setShown(value === 'table' ? 'table' : 'chart')}
        data={[
          { value: 'chart', label: say('asChart') },
          { value: 'table', label: say('asTable') },
        ]}
      />
    </Group>
  );
  return (
    <Sheet title={say('chart')} aside={aside}>
      <div style={{ height: HEIGHT, overflowY: 'auto' }}>
        {shown === 'table' ? (
          <TrafficTable label={label} points={series[period]} />
        ) : (
          <Suspense fallback={<Skeleton h={HEIGHT} />}>
            <TrafficChart label={label} points={series[period]} height={HEIGHT} />
          </Suspense>
        )}
      </div>
    </Sheet>
  );
}

function TrafficTable({ label, points }: { label: string; points: Overview['series']['hour'] }): ReactNode {
  const say = useWords(words);
  return (
    <ScrollTable label={label} minWidth={280}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say('at')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {say('accepted')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {say('arrived')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.toReversed().map(({ at, accepted, arrived }) => (
          <Table.Tr key={at}>
            <Table.Td>{clock(at)}</Table.Td>
            <Table.Td className="number">{figure(accepted)}</Table.Td>
            <Table.Td className="number">{figure(arrived)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}
