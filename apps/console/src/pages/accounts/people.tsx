import { Button, Skeleton, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type Account } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { AccountDialog } from './account-dialog.js';
import { type AccountAction, AccountTable } from './account-table.js';
import { NewAccountDialog } from './new-account-dialog.js';
import { words } from './words.js';

type Asked = { readonly account: Account; readonly action: AccountAction } | 'new';

/** Who may sign in. */
export function People(): ReactNode {
  const say = useWords(words);
  const [asked, setAsked] = useState<Asked>();
  const { data, error, refetch } = useAnswer<{ items: Account[] }>('/accounts');
  const close = (): void => setAsked(undefined);
  return (
    <Sheet
      title={say('people')}
      aside={
        <Button size="compact-md" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAsked('new')}>
          {say('add')}
        </Button>
      }
    >
      {data === undefined && error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={140} aria-busy />}
      {data !== undefined && (
        <AccountTable accounts={data.items} onAsk={(account, action) => setAsked({ account, action })} />
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {say('yours')}
      </Text>
      {asked === 'new' && <NewAccountDialog onClose={close} />}
      {asked !== undefined && asked !== 'new' && <AccountDialog {...asked} onClose={close} />}
    </Sheet>
  );
}
