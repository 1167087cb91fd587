import { type ConnectedSystem } from '#wire';
import { type Standing } from '../../parts/state.js';

/** A system as the hub lists it. `lockedAt` is there while the operators keep it out. */
export interface ShownSystem extends ConnectedSystem {
  readonly createdAt?: string;
  readonly lockedAt?: string;
}

/** Messages that wait in an inbox: from here on there are many, and from here on too many. */
export const MANY_QUEUED = 20;
export const TOO_MANY_QUEUED = 100;

/** How deep a queue is. */
export type Depth = 'empty' | 'few' | 'many' | 'tooMany';

/** What a number of waiting messages means. */
export function depthOf(queued: number): Depth {
  if (queued >= TOO_MANY_QUEUED) return 'tooMany';
  if (queued >= MANY_QUEUED) return 'many';
  return queued > 0 ? 'few' : 'empty';
}

/** Whether a system is there. `unknown`: the broker did not say. */
export type Presence = 'locked' | 'listening' | 'polling' | 'absent' | 'absentQueued' | 'unknown';

/** Whether a system is there, from what the hub tells of it. */
export function presenceOf({ lockedAt, connected, poll, queued = 0 }: ShownSystem): Presence {
  if (lockedAt !== undefined) return 'locked';
  if (connected === undefined) return 'unknown';
  if (connected) return poll === true ? 'polling' : 'listening';
  return queued > 0 ? 'absentQueued' : 'absent';
}

/** How well each of them is. */
export const DEPTH_STANDING: Readonly<Record<Depth, Standing>> = {
  empty: 'good',
  few: 'quiet',
  many: 'poor',
  tooMany: 'bad',
};
export const PRESENCE_STANDING: Readonly<Record<Presence, Standing>> = {
  locked: 'poor',
  listening: 'good',
  polling: 'good',
  absent: 'poor',
  absentQueued: 'bad',
  unknown: 'quiet',
};

/** How many systems are absent, and how many messages wait in all. */
export function summaryOf(systems: readonly ShownSystem[]): { absent: number; locked: number; queued: number } {
  const presences = systems.map(presenceOf);
  return {
    absent: presences.filter((presence) => presence === 'absent' || presence === 'absentQueued').length,
    locked: presences.filter((presence) => presence === 'locked').length,
    queued: systems.reduce((sum, { queued = 0 }) => sum + queued, 0),
  };
}
