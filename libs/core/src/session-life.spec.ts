import { sessionEnd } from './session-life.js';

const HOUR = 3_600_000;
const BEGUN = Date.UTC(2021, 0, 4, 1);

describe('a session', () => {
  it.each([
    ['12 hours after it began, when it was not used', 0, 12],
    ['12 hours after it was last used', 5, 17],
    ['after 7 days, used in the last minute', 7 * 24 - 0.01, 7 * 24],
  ])('ends %s', (_, lastUsedAfterHours, endsAfterHours) => {
    const lastSeenAt = BEGUN + lastUsedAfterHours * HOUR;
    expect(sessionEnd({ createdAt: BEGUN, lastSeenAt })).toBe(BEGUN + endsAfterHours * HOUR);
  });
});
