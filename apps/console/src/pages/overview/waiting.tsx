import { Group, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type Overview } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { State } from '../../parts/state.js';
import { duration, moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useLanguage, useWords } from '../../words/wording.js';
import { words } from './words.js';

/** The ten deliveries that wait longest. */
export function Waiting({ overview }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const { waiting, deadLetters } = overview;
  const links = (
    <Group gap="md">
      {waiting.deliveries > 0 && <Link to="/documents?state=waiting">{say('allWaiting')}</Link>}
      {deadLetters > 0 && <Link to="/dead-letters">{say('deadLettersLink')}</Link>}
    </Group>
  );
  return (
    <Sheet title={say('oldest')} aside={links}>
      {waiting.oldest.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('nothingWaits')}
        </Text>
      ) : (
        <OldestTable overview={overview} />
      )}
    </Sheet>
  );
}

function OldestTable({ overview }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <ScrollTable label={say('oldest')} minWidth={860}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{sayShared('subject')}</Table.Th>
          <Table.Th scope="col">{sayShared('recipient')}</Table.Th>
          <Table.Th scope="col">{sayShared('system')}</Table.Th>
          <Table.Th scope="col">{say('since')}</Table.Th>
          {!overview.simulation && <Table.Th scope="col">{say('age')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {overview.waiting.oldest.map((each) => (
          <OldestRow key={`${each.documentId} ${each.recipient}`} delivery={each} overview={overview} />
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

type Oldest = Overview['waiting']['oldest'][number];

function OldestRow({ delivery, overview }: { delivery: Oldest; overview: Overview }): ReactNode {
  const say = useWords(words);
  const [language] = useLanguage();
  const { documentId, identity, subject, recipient, recipientName, system, since } = delivery;
  const age = Math.max(Date.parse(overview.asOf) - Date.parse(since), 0);
  return (
    <Table.Tr>
      <Table.Td miw={220}>
        <Link to={`/documents/${documentId}`}>
          <Text component="span" size="sm" lineClamp={1} className="breaks" title={subject}>
            {subject}
          </Text>
        </Link>
        <span className="mono">{identity}</span>
      </Table.Td>
      <Table.Td miw={200}>
        <span className="breaks">{recipientName}</span> <span className="mono">{recipient}</span>
      </Table.Td>
      <Table.Td>{system ?? <State standing="poor">{say('noSystem')}</State>}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(since)}</Table.Td>
      {!overview.simulation && <Table.Td style={{ whiteSpace: 'nowrap' }}>{duration(age, language)}</Table.Td>}
    </Table.Tr>
  );
}
