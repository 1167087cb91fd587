import { List, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { refusalsOf, type Tally } from './many-samples.js';
import { words } from './words.js';

const MOST_SHOWN = 20;

/** What became of many samples: the newest of them, and why others were refused. */
export function MadeSamples({ tally }: { tally: Tally }): ReactNode {
  const say = useWords(words);
  return (
    <Sheet title={say('made')}>
      {tally.documents.length === 0 && (
        <Text size="sm" c="dimmed">
          {say('madeFirst')}
        </Text>
      )}
      <List size="sm" listStyleType="none" spacing={4}>
        {tally.documents
          .slice(-MOST_SHOWN)
          .toReversed()
          .map(({ documentId, identity, subject }) => (
            <List.Item key={documentId}>
              <Link to={`/documents/${documentId}`}>
                <Text component="span" size="sm" lineClamp={1} className="breaks" title={subject} lang="vi">
                  {subject}
                </Text>
              </Link>
              <span className="mono breaks">{identity}</span>
            </List.Item>
          ))}
      </List>
      {tally.refused.length > 0 && <Refusals tally={tally} />}
    </Sheet>
  );
}

function Refusals({ tally }: { tally: Tally }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <ScrollTable label={say('refusals')} minWidth={320}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{sayShared('code')}</Table.Th>
          <Table.Th scope="col">{say('refusals')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {say('times')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {refusalsOf(tally).map(({ code, detail, count }) => (
          <Table.Tr key={code}>
            <Table.Td className="mono">{code}</Table.Td>
            <Table.Td className="breaks" lang="vi">
              {detail}
            </Table.Td>
            <Table.Td className="number">{figure(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}
