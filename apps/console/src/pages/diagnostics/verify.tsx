import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Verification } from '#wire';
import { call, pathOf } from '../../api/call.js';
import { AsOf } from '../../parts/as-of.js';
import { Failure } from '../../parts/failure.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { State } from '../../parts/state.js';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** Recounts from the documents when asked to. */
export function Verify(): ReactNode {
  const say = useWords(words);
  const [bodies, setBodies] = useState(false);
  const verification = useMutation({
    mutationFn: () => call<Verification>(pathOf('/statistics/verification', { bodies })),
  });
  const { data, error, isPending, mutate } = verification;
  return (
    <Sheet title={say('verification')} aside={<AsOf time={data?.asOf} />}>
      <Stack gap="sm">
        <Text size="sm">{say('verificationMeans')}</Text>
        <Group gap="md">
          <Checkbox
            label={say('withBodies')}
            checked={bodies}
            onChange={({ currentTarget }) => setBodies(currentTarget.checked)}
          />
          <Button loading={isPending} onClick={() => mutate()}>
            {say('verify')}
          </Button>
        </Group>
        {error !== null && <Failure error={error} again={() => mutate()} />}
        {data !== undefined && !isPending && <Verified verification={data} />}
      </Stack>
    </Sheet>
  );
}

function Verified({ verification: { compared, differences, total } }: { verification: Verification }): ReactNode {
  const say = useWords(words);
  const { documents, deliveries, reports, counters } = compared;
  return (
    <>
      <div role="status">
        {total === 0 ? (
          <State standing="good">{say('noDifferences')}</State>
        ) : (
          <State standing="bad">{say('differences', { count: total })}</State>
        )}
        <Text size="sm" mt={4}>
          {say('compared', {
            documents: figure(documents),
            deliveries: figure(deliveries),
            reports: figure(reports),
            counters: figure(counters),
          })}
        </Text>
      </div>
      {total > 0 && (
        <>
          <Text size="sm">{say('differencesMean')}</Text>
          <Differences differences={differences} />
        </>
      )}
    </>
  );
}

function Differences({ differences }: Pick<Verification, 'differences'>): ReactNode {
  const say = useWords(words);
  return (
    <ScrollTable label={say('verification')} minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          {(['check', 'key', 'what', 'counted', 'recounted'] as const).map((word) => (
            <Table.Th key={word} scope="col">
              {say(word)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map(({ check, key, what, counted, recounted }, at) => (
          <Table.Tr key={at}>
            <Table.Td className="mono">{check}</Table.Td>
            <Table.Td className="mono breaks">{Object.values(key).join(' ')}</Table.Td>
            <Table.Td className="mono">{what}</Table.Td>
            <Table.Td className="breaks">{written(counted)}</Table.Td>
            <Table.Td className="breaks">{written(recounted)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

function written(value: number | string | null): string {
  return typeof value === 'number' ? figure(value) : (value ?? '–');
}
