import { Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type Overview } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { figure, moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** Systems whose inbox nobody consumes. */
export function Absent({ overview: { absent, systems } }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  if (absent.length === 0) {
    return (
      <Sheet title={say('absentSystems')}>
        <Text size="sm" c="dimmed">
          {say(systems === 0 ? 'noSystems' : 'allPresent')}
        </Text>
      </Sheet>
    );
  }
  return (
    <Sheet title={say('absentSystems')}>
      <ScrollTable label={say('absentSystems')} minWidth={400}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{sayShared('system')}</Table.Th>
            <Table.Th scope="col">{say('lastSeen')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {say('queued')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {absent.map(({ name, lastSeenAt, queued }) => (
            <Table.Tr key={name}>
              <Table.Td className="breaks">
                <Link to={`/systems/${encodeURIComponent(name)}`}>{name}</Link>
              </Table.Td>
              <Table.Td>{lastSeenAt === undefined ? say('never') : moment(lastSeenAt)}</Table.Td>
              <Table.Td className="number" fw={queued > 0 ? 700 : 400}>
                {figure(queued)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ScrollTable>
    </Sheet>
  );
}
