import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { ADMINISTRATIVE_TYPES, LEGAL_ACT_TYPES } from '#core';
import { type ClerkSession, type Sent } from '#wire';
import { call } from '../../api/call.js';
import { newKey } from '../../api/new-key.js';
import { client } from '../../api/queries.js';
import { DayInput } from '../../parts/day-input.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { type Composition, faultOf, formOf } from './composition.js';
import { FilesInput } from './files-input.js';
import { RecipientsInput } from './recipients-input.js';
import { SenderInput } from './sender-input.js';
import { words } from './words.js';

const LONGEST = 500;
const TYPES = [...new Set<string>(['Công văn', ...ADMINISTRATIVE_TYPES, ...LEGAL_ACT_TYPES])];
const PRIORITIES = ['priority0', 'priority1', 'priority2', 'priority3', 'priority4'] as const;

interface PartProps {
  readonly letter: Composition;
  readonly set: (change: Partial<Composition>) => void;
}

/** Soạn và gửi: fields and files; the system gives the number, writes the edXML and sends it. */
export default function ComposePage({ session }: { session: ClerkSession }): ReactNode {
  const say = useWords(words);
  const [letter, setLetter] = useState<Composition>(() => emptyFor(session));
  const [isTried, setTried] = useState(false);
  const send = useSending();
  const set = (change: Partial<Composition>): void => setLetter((now) => ({ ...now, ...change }));
  const fault = faultOf(letter);
  return (
    <Page title={say('compose')}>
      <Sheet maw={860}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (fault === undefined) send.mutate(formOf(letter));
          }}
        >
          <Stack gap="sm">
            <SenderInput session={session} value={letter.from} onChange={(from) => set({ from })} />
            <RecipientsInput value={letter.to} onChange={(to) => set({ to })} />
            <Words letter={letter} set={set} />
            <Kind letter={letter} set={set} />
            <FilesInput files={letter.files} onChange={(files) => set({ files })} />
            {isTried && fault !== undefined && (
              <Text role="alert" size="sm" c="var(--bad)">
                {say(fault)}
              </Text>
            )}
            {send.isError && <Failure error={send.error} />}
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {say('numberGiven')}
              </Text>
              <Button type="submit" loading={send.isPending}>
                {say('send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Sheet>
    </Page>
  );
}

function Words({ letter, set }: PartProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <>
      <Textarea
        label={sayShared('subject')}
        required
        autosize
        minRows={2}
        maxLength={LONGEST}
        description={`${letter.subject.length}/${LONGEST}`}
        value={letter.subject}
        onChange={({ currentTarget }) => set({ subject: currentTarget.value })}
      />
      <Textarea
        label={say('content')}
        autosize
        minRows={2}
        maxLength={LONGEST}
        value={letter.content}
        onChange={({ currentTarget }) => set({ content: currentTarget.value })}
      />
    </>
  );
}

function Kind({ letter, set }: PartProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      <NativeSelect
        label={say('type')}
        data={TYPES}
        value={letter.typeName}
        onChange={({ currentTarget }) => set({ typeName: currentTarget.value })}
      />
      <NativeSelect
        label={say('priority')}
        data={PRIORITIES.map((word, priority) => ({ value: String(priority), label: sayShared(word) }))}
        value={letter.priority}
        onChange={({ currentTarget }) => set({ priority: currentTarget.value })}
      />
      <DayInput label={say('dueOn')} value={letter.dueOn} onChange={(dueOn) => set({ dueOn })} />
      <Checkbox
        mt={26}
        label={say('paper')}
        checked={letter.paper}
        onChange={({ currentTarget }) => set({ paper: currentTarget.checked })}
      />
    </SimpleGrid>
  );
}

function emptyFor({ agencies }: ClerkSession): Composition {
  const from = agencies.length === 1 ? (agencies[0]?.code ?? '') : '';
  const kind = { typeName: 'Công văn', priority: '0', dueOn: '', paper: false };
  return { from, to: [], subject: '', content: '', ...kind, files: [] };
}

/** Hands the form in and goes to its document. */
function useSending(): UseMutationResult<Sent, Error, FormData> {
  const navigate = useNavigate();
  // One key a composition: sending again what was sent makes no second document.
  const [idempotencyKey] = useState(newKey);
  return useMutation({
    mutationFn: (body) => call<Sent>('/documents', { method: 'POST', body, idempotencyKey }),
    onSuccess: async (sent) => {
      await client.invalidateQueries();
      await navigate(`/outgoing/${encodeURIComponent(sent.key)}`);
    },
  });
}
