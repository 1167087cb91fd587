import { Skeleton } from '@mantine/core';
import { type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { type Health } from '#wire';
import { useAwaySince } from '../api/reach.js';
import { State } from '../parts/state.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

const EVERY_MS = 10_000;

/** How the hub is: well, with parts down, or away; since when says the banner. */
export function HubState(): ReactNode {
  const say = useWords(shared);
  const away = useAwaySince();
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => health(signal),
    refetchInterval: EVERY_MS,
  });
  if (away !== undefined) return <State standing="bad">{say('hubAwayShort')}</State>;
  if (data === undefined) return <Unknown />;
  const down = Object.entries(data.parts ?? {}).filter(([, state]) => state === 'down');
  if (down.length === 0) return <State standing="good">{say('hubGood')}</State>;
  return <State standing="bad">{say('hubPoor', { parts: down.map(([part]) => part).join(', ') })}</State>;
}

/** Nobody has said yet that it is well: only the place is held. */
function Unknown(): ReactNode {
  const say = useWords(shared);
  return (
    <Skeleton w="auto" aria-busy>
      <span aria-hidden>
        <State standing="good">{say('hubGood')}</State>
      </span>
    </Skeleton>
  );
}

/** Health is no part of the interface: it answers 503 in the same words when a part is down. */
async function health(signal: AbortSignal): Promise<Health> {
  const response = await fetch('/health', { signal, headers: { accept: 'application/json' } });
  return (await response.json()) as Health;
}
