import { Skeleton, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type DayPeriod } from '#core';
import { type Totals } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { dayOf, figure, percent } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { periodBefore } from './period.js';
import { words } from './words.js';

interface ComparisonProps {
  readonly period: DayPeriod;
  /** Of this period, once they are known. */
  readonly totals: Totals | undefined;
}

/** Sent and received beside those of as many days before. */
export function Comparison({ period, totals }: ComparisonProps): ReactNode {
  const say = useWords(words);
  const before = periodBefore(period);
  return (
    <Sheet title={say('comparison')}>
      {before === undefined ? (
        <Text size="sm" c="dimmed">
          {say('comparisonNone')}
        </Text>
      ) : (
        <ComparedWith before={before} totals={totals} />
      )}
    </Sheet>
  );
}

function ComparedWith({ before, totals }: { before: DayPeriod; totals: Totals | undefined }): ReactNode {
  const say = useWords(words);
  const { data, error, refetch } = useAnswer<Totals>('/statistics/totals', { query: { ...before } });
  if (data === undefined && error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined || totals === undefined) return <Skeleton h={112} aria-busy />;
  return (
    <>
      <Compared now={totals} before={data} />
      <Text size="xs" c="dimmed" mt={4}>
        {say('comparisonOf', { from: dayOf(before.from), to: dayOf(before.to) })}
      </Text>
    </>
  );
}

function Compared({ now, before }: { now: Totals; before: Totals }): ReactNode {
  const say = useWords(words);
  const headings = [say('thisPeriod'), say('periodBefore'), say('change'), say('changeShare')];
  const rows = [
    { name: say('documentsSent'), is: now.sent, was: before.sent },
    { name: say('documentsReceived'), is: now.received, was: before.received },
  ];
  return (
    <ScrollTable label={say('comparison')} minWidth={460}>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          {headings.map((heading) => (
            <Table.Th key={heading} scope="col" ta="right">
              {heading}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, is, was }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            {[
              figure(is),
              figure(was),
              signed(is - was, figure),
              was === 0 ? '–' : signed((is - was) / was, percent),
            ].map((cell, at) => (
              <Table.Td key={at} className="number">
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

/** With its sign also when it grew. */
function signed(change: number, write: (value: number) => string): string {
  return change > 0 ? `+${write(change)}` : write(change).replace('-', '−');
}
