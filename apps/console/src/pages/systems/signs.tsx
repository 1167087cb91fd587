import { type ReactNode } from 'react';
import { State } from '../../parts/state.js';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { DEPTH_STANDING, depthOf, presenceOf, PRESENCE_STANDING, type ShownSystem } from './standing.js';
import { words } from './words.js';

/** Whether a system is there. */
export function PresenceSign({ system }: { system: ShownSystem }): ReactNode {
  const say = useWords(words);
  const presence = presenceOf(system);
  return <State standing={PRESENCE_STANDING[presence]}>{say(presence)}</State>;
}

/** How many messages wait for a system, and whether that is many. */
export function DepthSign({ queued }: { queued: number | undefined }): ReactNode {
  const say = useWords(words);
  if (queued === undefined) return '–';
  const depth = depthOf(queued);
  return (
    <State standing={DEPTH_STANDING[depth]}>
      {figure(queued)} {say(depth)}
    </State>
  );
}
