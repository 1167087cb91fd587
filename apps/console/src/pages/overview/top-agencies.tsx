import { SimpleGrid, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type Overview } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** This month's ten most in each direction. */
export function TopAgencies({ top }: { top: Overview['top'] }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const senders = top.senders.map(({ sent, ...agency }) => ({ ...agency, count: sent }));
  const recipients = top.recipients.map(({ received, ...agency }) => ({ ...agency, count: received }));
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Top title={say('topSenders')} counted={sayShared('sent')} agencies={senders} filter="sender" />
      <Top title={say('topRecipients')} counted={sayShared('received')} agencies={recipients} filter="recipient" />
    </SimpleGrid>
  );
}

interface TopProps {
  readonly title: string;
  readonly counted: string;
  readonly agencies: readonly { readonly code: string; readonly name?: string | undefined; readonly count: number }[];
  readonly filter: 'sender' | 'recipient';
}

function Top({ title, counted, agencies, filter }: TopProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <Sheet title={title}>
      {agencies.length === 0 && (
        <Text size="sm" c="dimmed">
          {say('nothingYet')}
        </Text>
      )}
      {agencies.length > 0 && (
        <ScrollTable label={title} minWidth={320}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{sayShared('agency')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {counted}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agencies.map(({ code, name, count }) => (
              <Table.Tr key={code}>
                <Table.Td>
                  <Link to={`/documents?${filter}=${code}`}>{name ?? code}</Link> <span className="mono">{code}</span>
                </Table.Td>
                <Table.Td className="number">{figure(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </ScrollTable>
      )}
    </Sheet>
  );
}
