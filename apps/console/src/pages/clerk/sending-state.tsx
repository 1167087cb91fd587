import { type ReactNode } from 'react';
import { State } from '../../parts/state.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

const STATES = {
  queued: { word: 'queued', standing: 'quiet' },
  submitted: { word: 'submitted', standing: 'quiet' },
  accepted: { word: 'accepted', standing: 'good' },
  refused: { word: 'refused', standing: 'bad' },
} as const;

/** How far a document of ours has come: waiting here, handed to the axis, accepted or refused by it. */
export function SendingState({ state, code }: { state: string; code?: string | undefined }): ReactNode {
  const say = useWords(words);
  const known = Object.entries(STATES).find(([name]) => name === state)?.[1];
  if (known === undefined) return <State standing="quiet">{state}</State>;
  return (
    <State standing={known.standing}>
      {say(known.word)} {state === 'refused' && code}
    </State>
  );
}
