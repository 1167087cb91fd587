import { Button, Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { type ProgramToken } from '#wire';
import { ScrollTable } from '../../parts/scroll-table.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

interface TokenTableProps {
  readonly tokens: readonly ProgramToken[];
  readonly onRevoke: (token: ProgramToken) => void;
}

/** Tokens by what they are for; not the tokens themselves, which nobody has. */
export function TokenTable({ tokens, onRevoke }: TokenTableProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const headings = ['tokenName', 'role', 'lastUsed', 'created', 'actions'] as const;
  return (
    <ScrollTable label={say('tokens')} minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          {headings.map((word) => (
            <Table.Th key={word} scope="col">
              {say(word)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map((token) => (
          <Table.Tr key={token.id}>
            <Table.Th scope="row" fw={500} className="breaks">
              {token.name}
            </Table.Th>
            <Table.Td>{sayShared(token.role)}</Table.Td>
            <Table.Td>{token.lastUsedAt === undefined ? say('never') : moment(token.lastUsedAt)}</Table.Td>
            <Table.Td>{moment(token.createdAt)}</Table.Td>
            <Table.Td>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${say('revoke')}: ${token.name}`}
                onClick={() => onRevoke(token)}
              >
                {say('revoke')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}
