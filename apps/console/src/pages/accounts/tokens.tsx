import { Button, Skeleton, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type ProgramToken } from '#wire';
import { call } from '../../api/call.js';
import { useAnswer } from '../../api/queries.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { NewTokenDialog } from './new-token-dialog.js';
import { TokenTable } from './token-table.js';
import { words } from './words.js';

/** The bearer tokens with which programs call the API. */
export function Tokens(): ReactNode {
  const say = useWords(words);
  const [asked, setAsked] = useState<ProgramToken | 'new'>();
  const { data, error, refetch } = useAnswer<{ items: ProgramToken[] }>('/tokens');
  const close = (): void => setAsked(undefined);
  return (
    <Sheet
      title={say('tokens')}
      aside={
        <Button size="compact-md" leftSection={<IconKey size={16} aria-hidden />} onClick={() => setAsked('new')}>
          {say('addToken')}
        </Button>
      }
    >
      <Text size="sm" mb="xs">
        {say('tokensMean')}
      </Text>
      <Listed tokens={data?.items} error={error} again={() => void refetch()} onRevoke={setAsked} />
      {asked === 'new' && <NewTokenDialog onClose={close} />}
      {asked !== undefined && asked !== 'new' && (
        <ActionDialog
          title={say('revokeOf', { name: asked.name })}
          action={say('revoke')}
          isGrave
          does={() => call(`/tokens/${encodeURIComponent(asked.id)}`, { method: 'DELETE' })}
          onClose={close}
        >
          <Text size="sm">{say('revokeMeans')}</Text>
        </ActionDialog>
      )}
    </Sheet>
  );
}

interface ListedProps {
  readonly tokens: readonly ProgramToken[] | undefined;
  readonly error: unknown;
  readonly again: () => void;
  readonly onRevoke: (token: ProgramToken) => void;
}

function Listed({ tokens, error, again, onRevoke }: ListedProps): ReactNode {
  const say = useWords(words);
  if (tokens === undefined)
    return error === null ? <Skeleton h={120} aria-busy /> : <Failure error={error} again={again} />;
  if (tokens.length === 0) return <EmptyState title={say('noTokens')}>{say('noTokensFirst')}</EmptyState>;
  return <TokenTable tokens={tokens} onRevoke={onRevoke} />;
}
