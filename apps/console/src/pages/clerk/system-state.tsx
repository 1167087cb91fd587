import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type Health } from '#wire';
import { useAwaySince } from '../../api/reach.js';
import { State } from '../../parts/state.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

const EVERY_MS = 5_000;

/** What health says at a system: whether it is connected, and what waits here to be sent. */
interface SystemHealth extends Health {
  readonly broker: 'up' | 'away';
  readonly waiting: { readonly documents: number; readonly reports: number };
}

/** Whether this system is connected to the axis; if not, how much waits here until it is. */
export function SystemState(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const away = useAwaySince();
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => health(signal),
    refetchInterval: EVERY_MS,
  });
  if (away !== undefined) return <State standing="bad">{sayShared('hubAwayShort')}</State>;
  if (data?.broker !== 'away') return <State standing="good">{say('connected')}</State>;
  const count = data.waiting.documents + data.waiting.reports;
  return <State standing="poor">{say('notConnected', { waiting: figure(count) })}</State>;
}

/** Health is no part of the interface, and open to everybody. */
async function health(signal: AbortSignal): Promise<SystemHealth> {
  const response = await fetch('/health', { signal, headers: { accept: 'application/json' } });
  return (await response.json()) as SystemHealth;
}
