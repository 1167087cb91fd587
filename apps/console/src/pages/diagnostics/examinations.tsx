import { Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { type Diagnostics, type Examination } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { AsOf } from '../../parts/as-of.js';
import { Failure } from '../../parts/failure.js';
import { save } from '../../parts/save.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { State } from '../../parts/state.js';
import { useWords } from '../../words/wording.js';
import { inOrder, wordOfPart } from './parts.js';
import { words } from './words.js';

const EVERY_MS = 30_000;

/** What the doctor finds of each part, what is ill first: symptom, cause, remedy. */
export function Examinations(): ReactNode {
  const say = useWords(words);
  const { data, error, refetch, isFetching } = useAnswer<Diagnostics>('/diagnostics', { everyMs: EVERY_MS });
  return (
    <Sheet
      title={say('examinations')}
      aside={
        <Group gap="xs">
          <AsOf time={data?.asOf} />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={isFetching}
            onClick={() => void refetch()}
          >
            {say('again')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            disabled={data === undefined}
            onClick={() => data !== undefined && saveReport(data)}
          >
            {say('report')}
          </Button>
        </Group>
      }
    >
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} aria-busy />}
      {data !== undefined && <Examined examinations={data.examinations} />}
    </Sheet>
  );
}

function Examined({ examinations }: { examinations: readonly Examination[] }): ReactNode {
  const say = useWords(words);
  const ill = examinations.filter(({ state }) => state !== 'good').length;
  return (
    <>
      <Text fw={600} mb="xs" role="status">
        {ill === 0 ? say('allGood') : say('someIll', { count: ill })}
      </Text>
      <ScrollTable label={say('examinations')} minWidth={620}>
        <Table.Thead>
          <Table.Tr>
            {(['part', 'state', 'symptom'] as const).map((word) => (
              <Table.Th key={word} scope="col" className="one-line">
                {say(word)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder(examinations).map((examination, at) => (
            <ExaminationRow key={at} examination={examination} />
          ))}
        </Table.Tbody>
      </ScrollTable>
    </>
  );
}

function ExaminationRow({ examination }: { examination: Examination }): ReactNode {
  const say = useWords(words);
  const { part, state, symptom, cause, remedy } = examination;
  const word = wordOfPart(part);
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row" fw={500} className="one-line">
        {word === undefined ? part : say(word)}
      </Table.Th>
      <Table.Td>
        <State standing={state === 'unread' ? 'bad' : state}>{say(state)}</State>
      </Table.Td>
      <Table.Td className="breaks">
        <Text size="sm">{symptom}</Text>
        {cause !== undefined && (
          <Text size="sm" c="dimmed">
            {say('cause')}: {cause}
          </Text>
        )}
        {remedy !== undefined && (
          <Text size="sm">
            <b>{say('remedy')}:</b> {remedy}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** As the hub told it, to be handed to whoever helps. */
function saveReport(diagnostics: Diagnostics): void {
  const file = new Blob([JSON.stringify(diagnostics, null, 2)], { type: 'application/json' });
  save(file, `chan-doan-${diagnostics.asOf.slice(0, 19).replaceAll(':', '')}.json`);
}
