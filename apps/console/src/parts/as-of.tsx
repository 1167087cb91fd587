import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { duration, exactClock } from '../words/figures.js';
import { shared } from '../words/every-page.js';
import { useLanguage, useWords } from '../words/wording.js';
import { State } from './state.js';
import { useNow } from './use-now.js';

/** Of which moment figures are; late ones say so. `lateSince` in milliseconds since 1970, by the browser's clock. */
export function AsOf({ time, lateSince }: { time: string | undefined; lateSince?: number | undefined }): ReactNode {
  const say = useWords(shared);
  if (time === undefined) return null;
  if (lateSince !== undefined) return <Late time={time} since={lateSince} />;
  return (
    <Text size="xs" c="dimmed" component="span" style={{ whiteSpace: 'nowrap' }}>
      {say('asOf', { time: exactClock(time) })}
    </Text>
  );
}

function Late({ time, since }: { time: string; since: number }): ReactNode {
  const say = useWords(shared);
  const [language] = useLanguage();
  const age = duration(Math.max(useNow() - since, 0), language);
  return <State standing="poor">{say('asOfLate', { time: exactClock(time), age })}</State>;
}
