import { Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Overview } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { lasting, perSecond } from '../../words/figures.js';
import { useLanguage, useWords } from '../../words/wording.js';
import { words } from './words.js';

/** How fast it goes now, in the last hour and day, and how long deliveries take. */
export function Rates({ overview: { rate, arrival } }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const columns = ['period', 'acceptedRate', 'arrivedRate', 'p50', 'p95', 'p99'] as const;
  return (
    <Sheet title={say('rates')}>
      <ScrollTable label={say('rates')} minWidth={480}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((word) => (
              <Table.Th key={word} scope="col" ta={word === 'period' ? 'left' : 'right'}>
                {say(word)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Row label={say('minute')} rate={rate.minute} />
          <Row label={say('hour')} rate={rate.hour} arrival={arrival.hour} />
          <Row label={say('dayLong')} rate={rate.day} arrival={arrival.day} />
        </Table.Tbody>
      </ScrollTable>
      <Text size="xs" c="dimmed" mt="sm">
        {say('percentiles')}
      </Text>
    </Sheet>
  );
}

interface RowProps {
  readonly label: string;
  readonly rate: Overview['rate']['hour'];
  readonly arrival?: Overview['arrival']['hour'];
}

function Row({ label, rate, arrival }: RowProps): ReactNode {
  const [language] = useLanguage();
  const times = [arrival?.p50Ms, arrival?.p95Ms, arrival?.p99Ms];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
        {label}
      </Table.Th>
      <Table.Td className="number" fw={600}>
        {perSecond(rate.accepted)}
      </Table.Td>
      <Table.Td className="number" fw={600}>
        {perSecond(rate.arrived)}
      </Table.Td>
      {times.map((ms, index) => (
        <Table.Td key={index} className="number">
          {ms === undefined ? '–' : lasting(ms, language)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
