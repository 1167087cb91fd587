import { clock, dayOf, duration, exactClock, figure, lasting, moment, percent, perSecond, size } from './figures.js';

describe('figures as the pages write them', () => {
  it('write counts, rates and shares the Vietnamese way', () => {
    expect([figure(387377), figure(0), figure(undefined)]).toEqual(['387.377', '0', '–']);
    expect([0, 0.001, 0.05, 12.34, 1290.4].map(perSecond)).toEqual(['0', '<0,01', '0,05', '12,3', '1.290']);
    expect(percent(0.9342)).toBe('93,4%');
  });

  it('tell the time of Hanoi, wherever the browser stands', () => {
    const time = '2020-02-03T18:30:09.500Z';
    expect([clock(time), exactClock(time), dayOf(time)]).toEqual(['01:30', '01:30:09', '04/02/2020']);
    expect(moment(time)).toBe('04/02/2020 01:30:09');
    expect(clock('2020-02-03T17:00:00Z')).toBe('00:00');
  });

  it('leave a day the day it is', () => {
    expect(dayOf('2019-03-12')).toBe('12/03/2019');
  });

  it.each([
    [850, '0 giây', '0 seconds'],
    [59_999, '59 giây', '59 seconds'],
    [180_000, '3 phút', '3 minutes'],
    [26 * 3_600_000, '1 ngày', '1 day'],
  ])('say how long %d ms are in both languages', (ms, vietnamese, english) => {
    expect([duration(ms, 'vi'), duration(ms, 'en')]).toEqual([vietnamese, english]);
  });

  it('write measured times and sizes', () => {
    expect([lasting(12.4, 'vi'), lasting(1449, 'vi'), lasting(120_000, 'vi')]).toEqual(['12 ms', '1,4 s', '2 phút']);
    expect([size(900), size(6554), size(20 * 1024 ** 2)]).toEqual(['900 B', '6,4 KB', '20 MB']);
  });
});
