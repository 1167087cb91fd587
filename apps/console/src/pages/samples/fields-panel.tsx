import { Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { AddressFields } from './address-fields.js';
import { type Draft, draftFrom, type Fault, faultOf, sampleOf } from './draft.js';
import { HandlingFields } from './handling-fields.js';
import { ProblemList } from './problem-list.js';
import { readFiles } from './read-file.js';
import classes from './fields-panel.module.css';
import { SampleResult } from './sample-result.js';
import { TextFields } from './text-fields.js';
import { useSending } from './use-sending.js';
import { words } from './words.js';

/** Writes a sample from fields, rehearses it, sends it, and watches it. */
export function FieldsPanel(): ReactNode {
  const say = useWords(words);
  const [address] = useSearchParams();
  const [draft, setDraft] = useState(() => draftFrom(address));
  const { outcome, submit, isBusy, error, clear } = useSending(async () => ({
    body: sampleOf(draft, await readFiles(draft.files)),
  }));
  const fault = faultOf(draft);
  const isSent = outcome?.isSent === true;
  const change = (changes: Partial<Draft>): void => {
    clear();
    setDraft((now) => ({ ...now, ...changes }));
  };
  return (
    <div className={classes['panel']}>
      <Sheet title={say('fields')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (fault === undefined && !isSent) submit('send');
          }}
        >
          <Stack gap="sm">
            <AddressFields draft={draft} onChange={change} />
            <TextFields draft={draft} onChange={change} />
            <HandlingFields draft={draft} onChange={change} />
            <Actions
              fault={fault}
              isSent={isSent}
              isBusy={isBusy}
              onRehearse={() => submit('rehearse')}
              onMore={clear}
            />
          </Stack>
        </form>
      </Sheet>
      <Stack gap="md" miw={0}>
        {error !== null && <Failure error={error} />}
        <ProblemList error={error} />
        <SampleResult outcome={outcome} />
      </Stack>
    </div>
  );
}

interface ActionsProps {
  readonly fault: Fault | undefined;
  readonly isSent: boolean;
  readonly isBusy: boolean;
  readonly onRehearse: () => void;
  readonly onMore: () => void;
}

/** What is still missing, and what can be done. What was sent is sent again only when somebody says so. */
function Actions({ fault, isSent, isBusy, onRehearse, onMore }: ActionsProps): ReactNode {
  const say = useWords(words);
  return (
    <Group justify="flex-end">
      <Text size="sm" c="dimmed" flex={1} role="status">
        {fault !== undefined && say(fault)}
      </Text>
      {isSent && (
        <Button variant="subtle" onClick={onMore}>
          {say('onceMore')}
        </Button>
      )}
      <Button variant="default" disabled={fault !== undefined || isBusy} onClick={onRehearse}>
        {say('rehearse')}
      </Button>
      <Button type="submit" disabled={fault !== undefined || isSent} loading={isBusy}>
        {say('send')}
      </Button>
    </Group>
  );
}
