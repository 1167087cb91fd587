import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Incoming, type Outgoing } from '#wire';
import { Sheet } from '../../parts/sheet.js';
import { statusWord } from '../../parts/state.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import classes from '../documents/timeline.module.css';
import { type Happening, happeningsOf } from './happenings.js';
import { words } from './words.js';

/** What was said of a document, the oldest first. */
export function HappeningList({ document }: { document: Incoming | Outgoing }): ReactNode {
  const say = useWords(words);
  const happenings = happeningsOf(document);
  const names = new Map(document.recipients.map(({ code, name }) => [code, name ?? code]));
  return (
    <Sheet title={say('happenings')}>
      {happenings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('nothingSaid')}
        </Text>
      ) : (
        <ol className={classes['timeline']}>
          {happenings.map((happening, index) => (
            <li key={index}>
              <Text component="span" size="sm" className={classes['time']}>
                {happening.at === '' ? '' : moment(happening.at)}
              </Text>
              <What happening={happening} name={names.get(happening.recipient) ?? happening.recipient} />
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}

function What({ happening, name }: { happening: Happening; name: string }): ReactNode {
  const sayShared = useWords(shared);
  const { code, sent } = happening;
  const word = statusWord(code);
  return (
    <Text component="span" size="sm" className="breaks">
      <b>{name}:</b> {word === undefined ? code : `${sayShared(word)} (${code})`}{' '}
      <Text component="span" size="xs" c={sent?.state === 'refused' ? 'var(--bad)' : 'dimmed'}>
        {useRemarks(happening).join(' · ')}
      </Text>
    </Text>
  );
}

/** Reason, who said it, and what became of what was said here. */
function useRemarks({ reason = '', by = '', sent }: Happening): readonly string[] {
  const say = useWords(words);
  const remarks = [
    reason,
    by === '' ? '' : say('by', { by }),
    sent === undefined ? '' : say(wordForSent(sent.state)),
    sent?.error ?? '',
    sent?.detail ?? '',
  ];
  return remarks.filter((remark) => remark !== '');
}

function wordForSent(state: string): 'reportQueued' | 'reportSubmitted' | 'reportAccepted' | 'reportRefused' {
  if (state === 'queued') return 'reportQueued';
  if (state === 'submitted') return 'reportSubmitted';
  return state === 'refused' ? 'reportRefused' : 'reportAccepted';
}
