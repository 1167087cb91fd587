import { DEPTH_STANDING, depthOf, presenceOf, PRESENCE_STANDING, summaryOf } from './standing.js';

const system = { name: 'h53', codes: ['000.00.00.H53'] };

describe('the depth of a queue', () => {
  it.each([
    [0, 'empty', 'good'],
    [1, 'few', 'quiet'],
    [19, 'few', 'quiet'],
    [20, 'many', 'poor'],
    [99, 'many', 'poor'],
    [100, 'tooMany', 'bad'],
  ] as const)('%d is %s', (queued, depth, standing) => {
    expect(depthOf(queued)).toBe(depth);
    expect(DEPTH_STANDING[depth]).toBe(standing);
  });
});

describe('whether a system is there', () => {
  it.each([
    [{ connected: true }, 'listening', 'good'],
    [{ connected: true, poll: true }, 'polling', 'good'],
    [{ connected: false }, 'absent', 'poor'],
    [{ connected: false, queued: 3 }, 'absentQueued', 'bad'],
    [{ connected: true, lockedAt: '2026-11-22T08:00:00+07:00' }, 'locked', 'poor'],
    [{}, 'unknown', 'quiet'],
  ] as const)('%j is %s', (told, presence, standing) => {
    expect(presenceOf({ ...system, codes: [...system.codes], ...told })).toBe(presence);
    expect(PRESENCE_STANDING[presence]).toBe(standing);
  });

  it('is summed up over all of them', () => {
    const all = [{ connected: true }, { connected: false, queued: 5 }, { connected: false, lockedAt: 'x', queued: 2 }];
    expect(summaryOf(all.map((told) => ({ ...system, ...told })))).toEqual({ absent: 1, locked: 1, queued: 7 });
  });
});
