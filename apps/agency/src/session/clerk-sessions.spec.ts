import { ClerkSessions } from './clerk-sessions.js';

const HOUR = 3_600_000;

describe('The sessions of clerks', () => {
  it('are open until they are ended', () => {
    const sessions = new ClerkSessions();
    const [one, other] = [sessions.begin(0), sessions.begin(0)];
    sessions.end(one);
    expect([sessions.use(one, 1), sessions.use(other, 1), sessions.use('', 1)]).toEqual([false, true, false]);
  });

  it('end 12 hours after their last use', () => {
    const sessions = new ClerkSessions();
    const id = sessions.begin(0);
    expect([11, 22, 33.9, 46].map((hours) => sessions.use(id, hours * HOUR))).toEqual([true, true, true, false]);
  });

  it('end after 7 days, however much they are used', () => {
    const sessions = new ClerkSessions();
    const id = sessions.begin(0);
    for (let hours = 10; hours < 168; hours += 10) expect(sessions.use(id, hours * HOUR)).toBe(true);
    expect(sessions.use(id, 168 * HOUR)).toBe(false);
  });

  it('are a thousand at most: the one that began first makes room', () => {
    const sessions = new ClerkSessions();
    const ids = Array.from({ length: 1001 }, () => sessions.begin(0));
    expect(ids.map((id) => sessions.use(id, 1)).indexOf(true)).toBe(1);
  });
});
