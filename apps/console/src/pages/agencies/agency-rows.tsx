import { Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { type ListedAgency, tierWord } from './listed-agency.js';
import { type Volumes } from './volumes.js';
import { words } from './words.js';

/** How far each tier stands in, in pixels. */
const STEP = 20;

/** The columns of every list of agencies. */
export function AgencyColumns(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{sayShared('agency')}</Table.Th>
        <Table.Th scope="col">{say('tier')}</Table.Th>
        <Table.Th scope="col">{sayShared('system')}</Table.Th>
        <Table.Th scope="col" ta="right">
          {sayShared('sent')}
        </Table.Th>
        <Table.Th scope="col" ta="right">
          {sayShared('received')}
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

interface AgencyRowProps {
  readonly agency: ListedAgency;
  /** Undefined until they are known. */
  readonly volumes: Volumes | undefined;
  readonly depth?: number;
  /** Stands before the name. */
  readonly sign?: ReactNode;
}

/** One agency: name and code, tier, the system that serves it, what it sent and received with everything below it. */
export function AgencyRow({ agency, volumes, depth = 0, sign }: AgencyRowProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { code, name, system } = agency;
  const volume = volumes === undefined ? undefined : (volumes.get(code) ?? { sent: 0, received: 0 });
  return (
    <Table.Tr>
      <Table.Td miw={280}>
        <div style={{ display: 'flex', gap: 4, alignItems: 'center', paddingInlineStart: depth * STEP }}>
          {sign}
          <span>
            <Link to={`/agencies/${encodeURIComponent(code)}`} className="breaks" lang="vi">
              {name}
            </Link>{' '}
            <Text component="span" c="dimmed" size="xs" className="mono">
              {code}
            </Text>
          </span>
        </div>
      </Table.Td>
      <Table.Td>{sayShared(tierWord(agency))}</Table.Td>
      <Table.Td>
        {system === undefined ? (
          <Text component="span" size="sm" c="dimmed">
            {say('noSystem')}
          </Text>
        ) : (
          <Link to={`/systems/${encodeURIComponent(system)}`}>{system}</Link>
        )}
      </Table.Td>
      <Table.Td className="number">{figure(volume?.sent)}</Table.Td>
      <Table.Td className="number">{figure(volume?.received)}</Table.Td>
    </Table.Tr>
  );
}

/** Says something in place of rows. */
export function RowOfWords({ depth = 0, children }: { depth?: number; children: ReactNode }): ReactNode {
  return (
    <Table.Tr>
      <Table.Td colSpan={5} style={{ paddingInlineStart: depth * STEP + 36 }}>
        {children}
      </Table.Td>
    </Table.Tr>
  );
}
