import { ratesOf, seriesOf } from './traffic-series.js';

const MINUTE_MS = 60_000;
/** A full hour. */
const FULL = Date.UTC(2020, 2, 12, 3) / MINUTE_MS;
/** In the middle of the minute 3:07. */
const NOW = (FULL + 7) * MINUTE_MS + 30_000;

describe('Traffic as the overview shows it', () => {
  const minutes = [
    { minute: FULL + 7 - 1440, accepted: 1440, arrived: 2880 },
    { minute: FULL + 7 - 61, accepted: 5, arrived: 5 },
    { minute: FULL + 7 - 60, accepted: 100, arrived: 0 },
    { minute: FULL - 1, accepted: 20, arrived: 40 },
    { minute: FULL + 6, accepted: 60, arrived: 180 },
    { minute: FULL + 7, accepted: 7, arrived: 9 },
  ];

  it('is a rate a second over whole minutes', () => {
    expect(ratesOf(minutes, NOW)).toEqual({
      minute: { accepted: 1, arrived: 3 },
      hour: { accepted: 180 / 3600, arrived: 220 / 3600 },
      day: { accepted: 1625 / 86_400, arrived: 3105 / 86_400 },
    });
  });

  it('is a point for every minute of an hour and every quarter of a day, the running one last', () => {
    const { hour, day } = seriesOf(minutes, NOW);
    expect([hour.length, hour[0]?.at, hour.at(-1)]).toEqual([
      60,
      '2020-03-12T02:08:00.000Z',
      { at: '2020-03-12T03:07:00.000Z', accepted: 7, arrived: 9 },
    ]);
    expect(hour.filter(({ accepted }) => accepted > 0)).toHaveLength(3);
    expect([day.length, day[0]?.at, day.at(-2), day.at(-1)]).toEqual([
      96,
      '2020-03-11T03:15:00.000Z',
      { at: '2020-03-12T02:45:00.000Z', accepted: 20, arrived: 40 },
      { at: '2020-03-12T03:00:00.000Z', accepted: 67, arrived: 189 },
    ]);
  });

  it('is zeros where nothing happened', () => {
    expect(ratesOf([], NOW).minute).toEqual({ accepted: 0, arrived: 0 });
    expect(seriesOf([], NOW).hour.every(({ accepted, arrived }) => accepted + arrived === 0)).toBe(true);
  });
});
