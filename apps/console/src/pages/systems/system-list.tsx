import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/queries.js';
import { useMay } from '../../app/use-role.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { EnrolDialog } from './enrol-dialog.js';
import { type ShownSystem, summaryOf } from './standing.js';
import { SystemTable } from './system-table.js';
import { words } from './words.js';

const EVERY_MS = 3000;

/** All systems with presence and queue, as they are now; administrators enrol more. */
export function SystemList(): ReactNode {
  const say = useWords(words);
  const mayEnrol = useMay('administrator');
  const [isEnrolling, enrolment] = useDisclosure();
  const { data, error, refetch } = useAnswer<{ items: readonly ShownSystem[] }>('/systems', { everyMs: EVERY_MS });
  const aside = mayEnrol && (
    <Button size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={enrolment.open}>
      {say('enrol')}
    </Button>
  );
  return (
    <Page title={say('title')} aside={aside}>
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={420} />}
      {data !== undefined && <Known systems={data.items} />}
      {isEnrolling && <EnrolDialog onClose={enrolment.close} />}
    </Page>
  );
}

function Known({ systems }: { systems: readonly ShownSystem[] }): ReactNode {
  const say = useWords(words);
  const [text, setText] = useState('');
  if (systems.length === 0) {
    return (
      <Sheet>
        <EmptyState title={say('none')}>{say('noneFirst')}</EmptyState>
      </Sheet>
    );
  }
  const { absent, locked, queued } = summaryOf(systems);
  const summary = say('summary', { systems: figure(systems.length), absent, locked, queued: figure(queued) });
  const sought = text.trim().toLowerCase();
  const shown = systems.filter(({ name, codes }) =>
    [name, ...codes].some((each) => each.toLowerCase().includes(sought)),
  );
  const field = (
    <TextInput
      type="search"
      size="xs"
      aria-label={say('filter')}
      placeholder={say('filter')}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
    />
  );
  return (
    <Sheet title={say('list')} aside={field}>
      <Text size="sm">{summary}</Text>
      <Text size="xs" c="dimmed" mb="xs">
        {say('queueMeans')}
      </Text>
      {shown.length === 0 ? <EmptyState title={say('noneMatch')} /> : <SystemTable systems={shown} />}
    </Sheet>
  );
}
