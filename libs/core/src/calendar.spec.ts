import {
  hanoiDay,
  hanoiIso,
  hanoiTimestamp,
  isDay,
  parseWireDate,
  parseWireTimestamp,
  reportDate,
  wireDate,
} from './calendar.js';

describe('Days of Hanoi', () => {
  it.each([
    ['2020-02-04T16:59:59Z', '2020-02-04', '2020/02/04 23:59:59'],
    ['2020-02-04T17:00:00Z', '2020-02-05', '2020/02/05 00:00:00'],
    ['2019-12-31T17:00:01Z', '2020-01-01', '2020/01/01 00:00:01'],
    ['2020-02-28T17:00:00Z', '2020-02-29', '2020/02/29 00:00:00'],
  ])('%s is on %s', (moment, day, timestamp) => {
    expect(hanoiDay(Date.parse(moment))).toBe(day);
    expect(hanoiTimestamp(Date.parse(moment))).toBe(timestamp);
    expect(parseWireTimestamp(timestamp)).toBe(Date.parse(moment));
    expect(Date.parse(hanoiIso(Date.parse(moment)))).toBe(Date.parse(moment));
  });

  it('are written for the wire and for reports', () => {
    expect(wireDate('2020-02-04')).toBe('2020/02/04');
    expect(reportDate('2020-02-04')).toBe('4/2/2020');
    expect(hanoiIso(Date.parse('2020-02-04T02:30:00Z'))).toBe('2020-02-04T09:30:00+07:00');
  });

  it('exist or do not, as a calendar has it', () => {
    for (let moment = Date.UTC(1999, 11, 1); moment < Date.UTC(2001, 3, 1); moment += 86_400_000) {
      expect(isDay(new Date(moment).toISOString().slice(0, 10))).toBe(true);
    }
    expect(parseWireDate('2020/02/29')).toBe('2020-02-29');
    expect(parseWireDate('2000/02/29')).toBe('2000-02-29');
  });

  it.each([
    '2014/02/30',
    '2019/02/29',
    '1900/02/29',
    '2020/13/01',
    '2020/00/10',
    '2020/01/00',
    '2020/04/31',
    '2020-02-04',
    '2020/2/4',
    '04/02/2020',
    '',
    ' 2020/02/04',
  ])('%p is none', (text) => expect(parseWireDate(text)).toBeUndefined());

  it.each(['2020/02/04', '2020/02/04 24:00:00', '2020/02/04 09:60:00', '2020/02/30 09:00:00', '2020/02/04T09:00:00'])(
    '%p is no moment',
    (text) => {
      expect(parseWireTimestamp(text)).toBeUndefined();
    },
  );
});
