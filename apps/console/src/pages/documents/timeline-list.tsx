import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { statusWord } from '../../parts/state.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { type ShownDelivery, type ShownDocument, type ShownReport } from './shown-document.js';
import classes from './timeline.module.css';
import { type Step, timelineOf } from './timeline.js';
import { words } from './words.js';

/** Statuses that have to give a reason; what others say is a remark. (QĐ 28/2018, art. 5) */
const REASONED = new Set(['02', '13', '16']);
const ACTORS = { hub: 'byHub', sender: 'bySender', recipient: 'byRecipient' } as const;

/** What became of one delivery, step by step, with who did it. */
export function Timeline({ document, delivery }: { document: ShownDocument; delivery: ShownDelivery }): ReactNode {
  const say = useWords(words);
  return (
    <ol className={classes['timeline']}>
      {timelineOf(document, delivery).map((step, index) => (
        <li key={index} className={step.at === undefined ? classes['open'] : undefined}>
          <Text component="span" size="sm" className={classes['time']}>
            {step.at === undefined ? '' : moment(step.at)}
          </Text>
          <Text component="span" size="sm">
            <b>{say(ACTORS[step.actor])}:</b> <What step={step} document={document} delivery={delivery} />
          </Text>
        </li>
      ))}
    </ol>
  );
}

interface WhatProps {
  readonly step: Step;
  readonly document: ShownDocument;
  readonly delivery: ShownDelivery;
}

function What({ step: { what, report }, document, delivery }: WhatProps): ReactNode {
  const say = useWords(words);
  if (report !== undefined) return <Report report={report} />;
  if (what === 'accepted') return say('accepted', { system: document.system ?? '' });
  if (what === 'dispatched') return say('dispatched', { system: delivery.system ?? '' });
  return say(what, { error: delivery.error ?? '–' });
}

function Report({ report: { code, reason, by, at, effect } }: { report: ShownReport }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const word = statusWord(code);
  const remarks = [
    ...(reason === undefined || reason === '' ? [] : [say(REASONED.has(code) ? 'reason' : 'remark', { reason })]),
    ...(by === undefined || by === '' ? [] : [say('bySystemNamed', { by })]),
    ...(at === undefined ? [] : [say('reportedClock', { at })]),
    ...(effect === 'late' ? [say('late')] : []),
  ];
  return (
    <>
      {say('reported', { word: word === undefined ? '' : sayShared(word), code })}
      {remarks.length > 0 && (
        <Text component="span" size="xs" c="dimmed" className="breaks">
          {' '}
          {remarks.join(' · ')}
        </Text>
      )}
    </>
  );
}
