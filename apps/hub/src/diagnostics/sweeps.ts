import { type FactoryProvider } from '@nestjs/common';
import { SessionSweep } from '../accounts/session-sweep.js';
import { type Rounds } from '../exchange/rounds.js';
import { Sweeper } from '../exchange/sweeper.js';
import { TrafficPruning } from '../overview/traffic-pruning.js';
import { InboxWatch } from '../registry/inbox-watch.js';
import { NewcomerWatch } from '../registry/newcomer-watch.js';
import { PresenceWatch } from '../registry/presence-watch.js';
import { SystemLocks } from '../registry/system-locks.js';
import { Unserved } from '../registry/unserved.js';

/** Injection token of everything the hub does again and again (`Rounds[]`). */
export const SWEEPS = Symbol('Sweeps');

/** Gathers the rounds from whoever does them; a test finds one that is missing here. */
export const SWEEPS_PROVIDER: FactoryProvider<Rounds[]> = {
  provide: SWEEPS,
  useFactory: (...swept: { readonly rounds: Rounds }[]) => swept.map(({ rounds }) => rounds),
  inject: [Sweeper, Unserved, InboxWatch, PresenceWatch, NewcomerWatch, SystemLocks, SessionSweep, TrafficPruning],
};
