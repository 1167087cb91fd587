import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type DeadLetter } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { useMay } from '../../app/use-role.js';
import { Paging } from '../../parts/paging.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { LetterFilters } from './letter-filters.js';
import { LetterTable } from './letter-table.js';
import { RetryTask } from './retry-task.js';
import { words } from './words.js';

const PAGE_SIZE = 50;

/** What a bulk retry was asked for: these, or all of the filter. */
type Asked = { readonly ids?: readonly string[]; readonly queue: string };

/** Dead letters, newest first; those still open unless asked for all. */
export function LetterList(): ReactNode {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const queue = address.get('queue') ?? '';
  const all = address.get('all') ?? '';
  const cursor = address.get('cursor') ?? '';
  const set = (changes: { queue?: string; all?: string }): void => {
    const kept = Object.entries({ queue, all, ...changes }).filter(([, value]) => value !== '');
    setAddress(Object.fromEntries(kept), { replace: true });
  };
  return (
    <Page title={say('title')}>
      <Text size="sm">{say('what')}</Text>
      <LetterFilters queue={queue} isAll={all !== ''} onChange={set} />
      <Listed key={`${queue} ${all} ${cursor}`} queue={queue} isAll={all !== ''} cursor={cursor} />
    </Page>
  );
}

/** A page of the list, with what is chosen on it. */
function Listed({ queue, isAll, cursor }: { queue: string; isAll: boolean; cursor: string }): ReactNode {
  const mayRetry = useMay('operator');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const query = { limit: PAGE_SIZE, queue, open: isAll ? undefined : true, cursor };
  const { data, error, refetch } = useAnswer<{ items: DeadLetter[]; next?: string }>('/dead-letters', { query });
  const ids = (data?.items ?? []).map(({ id }) => id).filter((id) => chosen.has(id));
  const close = (): void => {
    setAsked(undefined);
    setChosen(new Set());
  };
  return (
    <Sheet>
      <Group mb="sm" gap="sm" mih={30}>
        <RetryButtons chosen={ids.length} onChosen={() => setAsked({ ids, queue })} onAll={() => setAsked({ queue })} />
      </Group>
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      <Letters
        letters={data?.items}
        isWaited={error === null}
        isFiltered={queue !== '' || isAll}
        chosen={mayRetry ? { ids: chosen, set: setChosen } : undefined}
      />
      <Paging next={data?.next} />
      {asked !== undefined && <RetryTask {...asked} onClose={close} />}
    </Sheet>
  );
}

interface LettersProps {
  readonly letters: readonly DeadLetter[] | undefined;
  readonly isWaited: boolean;
  readonly isFiltered: boolean;
  readonly chosen: { readonly ids: ReadonlySet<string>; readonly set: (ids: ReadonlySet<string>) => void } | undefined;
}

function Letters({ letters, isWaited, isFiltered, chosen }: LettersProps): ReactNode {
  const say = useWords(words);
  if (letters === undefined) return isWaited && <Skeleton h={400} aria-busy />;
  if (letters.length > 0) return <LetterTable letters={letters} chosen={chosen} />;
  if (isFiltered) return <EmptyState title={say('noneFound')} />;
  return <EmptyState title={say('none')}>{say('noneMeans')}</EmptyState>;
}

interface RetryButtonsProps {
  readonly chosen: number;
  readonly onChosen: () => void;
  readonly onAll: () => void;
}

function RetryButtons({ chosen, onChosen, onAll }: RetryButtonsProps): ReactNode {
  const say = useWords(words);
  if (!useMay('operator')) {
    return (
      <Text size="sm" c="dimmed">
        {say('mayNot')}
      </Text>
    );
  }
  const icon = <IconRepeat size={14} aria-hidden />;
  return (
    <>
      <Button size="compact-sm" leftSection={icon} disabled={chosen === 0} onClick={onChosen}>
        {say('retryChosen', { count: chosen })}
      </Button>
      <Button size="compact-sm" variant="default" leftSection={icon} onClick={onAll}>
        {say('retryAll')}
      </Button>
    </>
  );
}
