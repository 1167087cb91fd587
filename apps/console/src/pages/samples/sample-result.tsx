import { Stack, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type SampleAnswer } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { type Standing, State } from '../../parts/state.js';
import { size } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { SentWatch } from './sent-watch.js';
import { type Outcome } from './use-sending.js';
import { type SampleWord, words } from './words.js';

/** What the hub said of each recipient; once sent, how the document travels. */
export function SampleResult({ outcome }: { outcome: Outcome | undefined }): ReactNode {
  const say = useWords(words);
  if (outcome === undefined) return <Placeholder />;
  const { isSent, answer } = outcome;
  const { typeName, system, identity, documentId } = answer;
  return (
    <Stack gap="md">
      <Sheet title={say(isSent ? 'sent' : 'rehearsal')}>
        <Text size="sm" className="mono breaks" role="status">
          {identity}
        </Text>
        <Text size="sm" mb="xs">
          {say('written', { typeName, size: size(answer.size), system })}
        </Text>
        {answer.repeated && <State standing="poor">{say('repeated')}</State>}
        <Recipients recipients={answer.recipients} isSent={isSent} />
      </Sheet>
      {isSent && documentId !== undefined && <SentWatch documentId={documentId} />}
    </Stack>
  );
}

function Placeholder(): ReactNode {
  const say = useWords(words);
  return (
    <Sheet title={say('result')}>
      <Text size="sm" c="dimmed">
        {say('nothingYet')}
      </Text>
    </Sheet>
  );
}

type Recipient = SampleAnswer['recipients'][number];

function Recipients({ recipients, isSent }: { recipients: readonly Recipient[]; isSent: boolean }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <ScrollTable label={say('result')} minWidth={480}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{sayShared('recipient')}</Table.Th>
          <Table.Th scope="col">{say('result')}</Table.Th>
          <Table.Th scope="col">{sayShared('system')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {recipients.map((recipient) => (
          <RecipientRow key={recipient.code} recipient={recipient} isSent={isSent} />
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

const STANDINGS: Readonly<Record<Recipient['outcome'], Standing>> = {
  accepted: 'good',
  waiting: 'poor',
  failed: 'bad',
};

function RecipientRow({ recipient, isSent }: { recipient: Recipient; isSent: boolean }): ReactNode {
  const say = useWords(words);
  const { code, name, outcome, error, system, connected } = recipient;
  const word: SampleWord = isSent && outcome !== 'failed' ? `${outcome}Sent` : outcome;
  return (
    <Table.Tr>
      <Table.Td>
        <span lang="vi" className="breaks">
          {name}
        </span>{' '}
        <span className="mono">{code}</span>
      </Table.Td>
      <Table.Td>
        <State standing={STANDINGS[outcome]}>{say(word)}</State>
        {error !== undefined && (
          <Text size="xs" className="breaks" lang="vi">
            {error.detail} ({error.code})
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {system ?? '–'}
        {connected !== undefined && (
          <Text size="xs" c="dimmed">
            {say(connected ? 'connected' : 'notConnected')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
