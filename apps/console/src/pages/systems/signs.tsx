import { type ReactNode } from 'react';
import { State } from '../../parts/state.js';
import { figure, moment } from '../../words/figures.js';
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

/** Since when the oldest document waits, or `none`; while that cannot be read, as of when it was, or that it is not known. */
export function OldestSign({ system, none }: { system: ShownSystem; none: string }): ReactNode {
  const say = useWords(words);
  const { oldestWaitingSince, oldestWaitingAsOf, oldestWaitingUnknown } = system;
  if (oldestWaitingUnknown === true) return <State standing="quiet">{say('oldestUnknown')}</State>;
  const what = oldestWaitingSince === undefined ? none : moment(oldestWaitingSince);
  if (oldestWaitingAsOf === undefined) return what;
  return <State standing="quiet">{say('oldestAsOf', { what, time: moment(oldestWaitingAsOf) })}</State>;
}
