import { Button, Skeleton, Text } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { type DeadLetter } from '#wire';
import { call } from '../../api/call.js';
import { useAnswer } from '../../api/queries.js';
import { useMay } from '../../app/use-role.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { Copyable } from '../../parts/copyable.js';
import { Facts } from '../../parts/facts.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { figure, moment, size } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { LetterState } from './letter-table.js';
import { words } from './words.js';

/** What GET /dead-letters/:id has besides: headers and body of the message, the body as text. */
type WholeLetter = DeadLetter & { readonly headers?: unknown; readonly body?: string };

const MOST_SHOWN = 100_000;

/** One dead letter, whole. */
export function LetterPage(): ReactNode {
  const say = useWords(words);
  const { id = '' } = useParams();
  const mayRetry = useMay('operator');
  const [isAsked, setAsked] = useState(false);
  const path = `/dead-letters/${encodeURIComponent(id)}`;
  const { data: letter, error, refetch } = useAnswer<WholeLetter>(path);
  const retry = letter !== undefined && letter.retriedAt === undefined && mayRetry && (
    <Button leftSection={<IconRepeat size={16} aria-hidden />} onClick={() => setAsked(true)}>
      {say('retry')}
    </Button>
  );
  return (
    <Page title={say('letter', { id })} aside={retry}>
      <Link to="/dead-letters">{say('back')}</Link>
      <Shown letter={letter} error={error} again={() => void refetch()} />
      {isAsked && (
        <ActionDialog
          title={say('retryOne')}
          action={say('retry')}
          does={() => call(`${path}/retry`, { method: 'POST' })}
          outcome={() => <Text role="status">{say('retriedNow')}</Text>}
          onClose={() => setAsked(false)}
        >
          <Text size="sm">{say('retryMeans')}</Text>
        </ActionDialog>
      )}
    </Page>
  );
}

interface ShownProps {
  readonly letter: WholeLetter | undefined;
  readonly error: unknown;
  readonly again: () => void;
}

function Shown({ letter, error, again }: ShownProps): ReactNode {
  if (letter !== undefined) return <Whole letter={letter} />;
  return error === null ? <Skeleton h={420} aria-busy /> : <Failure error={error} again={again} />;
}

function Whole({ letter }: { letter: WholeLetter }): ReactNode {
  const say = useWords(words);
  const { id, queue, reason, system, bytes, at, retriedAt, messageId, headers, body = '' } = letter;
  const facts: [string, ReactNode][] = [
    [say('state'), <LetterState retriedAt={retriedAt} />],
    [say('reason'), reason],
    [say('at'), moment(at)],
    [say('queue'), <span className="mono">{queue}</span>],
    [say('system'), <span className="mono">{system ?? '–'}</span>],
    [say('id'), <Copyable text={id} />],
    [say('messageId'), messageId === undefined ? '–' : <Copyable text={messageId} />],
    [say('type'), typeof letter['type'] === 'string' ? letter['type'] : '–'],
    [say('size'), bytes === undefined ? '–' : size(bytes)],
  ];
  return (
    <>
      <Sheet>
        <Facts facts={facts} />
      </Sheet>
      <Sheet title={say('headers')}>
        <Raw label={say('headers')} text={JSON.stringify(headers ?? {}, null, 2)} />
      </Sheet>
      <Sheet title={say('body')}>
        {body === '' && <Text size="sm">{say('emptyBody')}</Text>}
        {body.length > MOST_SHOWN && (
          <Text size="sm" mb="xs">
            {say('cutBody', { shown: figure(MOST_SHOWN), all: figure(body.length) })}
          </Text>
        )}
        {body !== '' && <Raw label={say('body')} text={body.slice(0, MOST_SHOWN)} />}
      </Sheet>
    </>
  );
}

function Raw({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <pre
      className="mono"
      tabIndex={0}
      aria-label={label}
      role="region"
      style={{ margin: 0, maxHeight: 420, overflow: 'auto', padding: 8, background: 'var(--quiet-ground)' }}
    >
      {text}
    </pre>
  );
}
