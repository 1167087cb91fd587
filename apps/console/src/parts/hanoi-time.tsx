import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { exactClock } from '../words/figures.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';
import { useNow } from './use-now.js';

/** The time of Hanoi, wherever the browser stands. */
export function HanoiTime(): ReactNode {
  const say = useWords(shared);
  const now = useNow();
  return (
    <Text size="sm" visibleFrom="sm" title={say('hanoiTime')} style={{ whiteSpace: 'nowrap' }}>
      <span className="said">{say('hanoiTime')} </span>
      {exactClock(now)}
    </Text>
  );
}
