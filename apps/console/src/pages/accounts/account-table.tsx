import { Button, Group, Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Account } from '#wire';
import { useSession } from '../../api/queries.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { State } from '../../parts/state.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** What an administrator does with an account. */
export type AccountAction = 'changeRole' | 'lock' | 'unlock' | 'renew' | 'remove';

interface AccountTableProps {
  readonly accounts: readonly Account[];
  readonly onAsk: (account: Account, action: AccountAction) => void;
}

/** Accounts by name, with what may be done with each. */
export function AccountTable({ accounts, onAsk }: AccountTableProps): ReactNode {
  const say = useWords(words);
  const { data: session } = useSession();
  const headings = ['name', 'role', 'state', 'lastSignedIn', 'created', 'actions'] as const;
  return (
    <ScrollTable label={say('people')} minWidth={860}>
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
        {accounts.map((account) => (
          <AccountRow
            key={account.name}
            account={account}
            isOwn={account.name === session?.name}
            onAsk={(action) => onAsk(account, action)}
          />
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}

interface AccountRowProps {
  readonly account: Account;
  readonly isOwn: boolean;
  readonly onAsk: (action: AccountAction) => void;
}

function AccountRow({ account, isOwn, onAsk }: AccountRowProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { name, role, createdAt, lastSignedInAt, lockedAt } = account;
  const actions: readonly AccountAction[] = [
    'changeRole',
    lockedAt === undefined ? 'lock' : 'unlock',
    'renew',
    'remove',
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} className="breaks" miw={120}>
        {name}
        {isOwn && ` (${say('you')})`}
      </Table.Th>
      <Table.Td>{sayShared(role)}</Table.Td>
      <Table.Td>
        {lockedAt === undefined ? (
          <State standing="good">{say('active')}</State>
        ) : (
          <State standing="poor">{say('locked', { since: moment(lockedAt) })}</State>
        )}
      </Table.Td>
      <Table.Td>{lastSignedInAt === undefined ? say('never') : moment(lastSignedInAt)}</Table.Td>
      <Table.Td>{moment(createdAt)}</Table.Td>
      <Table.Td>
        {/* Whoever shuts oneself out needs somebody else to come back. */}
        {!isOwn && (
          <Group gap={4} wrap="nowrap">
            {actions.map((action) => (
              <Button
                key={action}
                size="compact-xs"
                variant="default"
                aria-label={`${say(action)}: ${name}`}
                onClick={() => onAsk(action)}
              >
                {say(action)}
              </Button>
            ))}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
