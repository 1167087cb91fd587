import { Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { ScrollTable } from '../../parts/scroll-table.js';
import { figure, moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { DepthSign, OldestSign, PresenceSign } from './signs.js';
import { type ShownSystem } from './standing.js';
import { words } from './words.js';

/** A row a system. */
export function SystemTable({ systems }: { systems: readonly ShownSystem[] }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const columns = [
    ...[sayShared('system'), say('presence'), say('queue'), say('consumers'), say('oldest'), say('lastSeen')],
    ...[say('speaksFor'), say('way')],
  ];
  return (
    <ScrollTable label={say('list')} minWidth={980}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {systems.map((system) => (
          <SystemRow key={system.name} system={system} />
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

function SystemRow({ system }: { system: ShownSystem }): ReactNode {
  const say = useWords(words);
  const { name, codes, lastSeenAt, queued, consumers, poll } = system;
  const [code = '', ...others] = codes;
  return (
    <Table.Tr>
      <Table.Td className="breaks">
        <Link to={`/systems/${encodeURIComponent(name)}`}>{name}</Link>
      </Table.Td>
      <Table.Td>
        <PresenceSign system={system} />
      </Table.Td>
      <Table.Td>
        <DepthSign queued={queued} />
      </Table.Td>
      <Table.Td>{figure(consumers)}</Table.Td>
      <Table.Td>
        <OldestSign system={system} none="–" />
      </Table.Td>
      <Table.Td>{lastSeenAt === undefined ? say('never') : moment(lastSeenAt)}</Table.Td>
      <Table.Td className="mono">
        {others.length === 0 ? code : say('speaksForMore', { code, more: others.length })}
      </Table.Td>
      <Table.Td>{say(poll === true ? 'byPolling' : 'byInbox')}</Table.Td>
    </Table.Tr>
  );
}
