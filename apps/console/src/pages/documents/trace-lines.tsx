import { Skeleton } from '@mantine/core';
import { type ReactNode } from 'react';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { moment } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import classes from './trace.module.css';
import { words } from './words.js';

/** As the hub tells it; older hubs told bare sentences. */
interface TraceBody {
  readonly lines: readonly (string | { readonly at?: string; readonly text: string })[];
}

const EVERY_MS = 5000;

/** The way of the document in words, with what it waits for and what to do. The hub tells it in the language of the page. */
export function TraceLines({ path }: { path: string }): ReactNode {
  const say = useWords(words);
  const { data, error } = useAnswer<TraceBody>(path, { everyMs: EVERY_MS });
  return (
    <Sheet title={say('trace')}>
      {error !== null && <Failure error={error} />}
      {data === undefined && error === null && <Skeleton h={80} />}
      <ol className={classes['trace']}>
        {data?.lines.map((line, index) => {
          const { at, text } = typeof line === 'string' ? { text: line } : line;
          return (
            <li key={index}>
              <span className={classes['time']}>{at === undefined ? '' : moment(at)}</span>
              <span className="breaks">{text}</span>
            </li>
          );
        })}
      </ol>
    </Sheet>
  );
}
