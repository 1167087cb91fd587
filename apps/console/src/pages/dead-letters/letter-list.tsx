import { Button, Group, SegmentedControl, Skeleton, Text, TextInput } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type DeadLetter } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { useMay } from '../../app/use-role.js';
import { CursorPaging } from '../../parts/cursor-paging.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { LetterTable } from './letter-table.js';
import { RetryTask } from './retry-task.js';
import { words } from './words.js';

const PAGE_SIZE = 50;

/** What a bulk retry was asked for: these, or all of the filter. */
type Asked = { readonly ids?: readonly string[]; readonly queue: string };

/** Dead letters, newest first; those still open unless asked for all. */
export function LetterList(): ReactNode {
  const say = useWords(words);
  const mayRetry = useMay('operator');
  const [address, setAddress] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const queue = address.get('queue') ?? '';
  const isAll = address.get('all') === 'true';
  const query = { limit: PAGE_SIZE, queue, open: isAll ? undefined : true, cursor: address.get('cursor') ?? '' };
  const { data, error, refetch } = useAnswer<{ items: DeadLetter[]; next?: string }>('/dead-letters', { query });
  const set = (changes: Record<string, string>): void => {
    const kept = Object.entries({ queue, all: isAll ? 'true' : '', ...changes }).filter(([, value]) => value !== '');
    setChosen(new Set());
    setAddress(Object.fromEntries(kept), { replace: true });
  };
  const ids = (data?.items ?? []).map(({ id }) => id).filter((id) => chosen.has(id));
  return (
    <Page title={say('title')}>
      <Text size="sm">{say('what')}</Text>
      <Filters queue={queue} isAll={isAll} onChange={set} />
      <Sheet>
        <Group mb="sm" gap="sm" mih={30}>
          {mayRetry ? (
            <RetryButtons
              chosen={ids.length}
              onChosen={() => setAsked({ ids, queue })}
              onAll={() => setAsked({ queue })}
            />
          ) : (
            <Text size="sm" c="dimmed">
              {say('mayNot')}
            </Text>
          )}
        </Group>
        {error !== null && <Failure error={error} again={() => void refetch()} />}
        <Letters letters={data?.items} isWaited={error === null} isFiltered={queue !== '' || isAll} chosen={mayRetry ? { ids: chosen, set: setChosen } : undefined} />
        <CursorPaging next={data?.next} />
      </Sheet>
      {asked !== undefined && (
        <RetryTask
          {...asked}
          onClose={() => {
            setAsked(undefined);
            setChosen(new Set());
          }}
        />
      )}
    </Page>
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

interface FiltersProps {
  readonly queue: string;
  readonly isAll: boolean;
  readonly onChange: (changes: Record<string, string>) => void;
}

function Filters({ queue, isAll, onChange }: FiltersProps): ReactNode {
  const say = useWords(words);
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={say('filters')}>
      <SegmentedControl
        aria-label={say('state')}
        value={isAll ? 'all' : 'open'}
        onChange={(value) => onChange({ all: value === 'all' ? 'true' : '' })}
        data={[
          { value: 'open', label: say('openOnly') },
          { value: 'all', label: say('everything') },
        ]}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ queue: String(new FormData(event.currentTarget).get('queue') ?? '').trim() });
        }}
      >
        <TextInput
          key={queue}
          name="queue"
          label={say('queue')}
          placeholder={say('queueHint')}
          defaultValue={queue}
          onBlur={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        />
      </form>
    </Group>
  );
}

interface RetryButtonsProps {
  readonly chosen: number;
  readonly onChosen: () => void;
  readonly onAll: () => void;
}

function RetryButtons({ chosen, onChosen, onAll }: RetryButtonsProps): ReactNode {
  const say = useWords(words);
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
