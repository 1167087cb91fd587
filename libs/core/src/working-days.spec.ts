import { nextWorkingDay, promptnessOf, sendBefore } from './working-days.js';

describe('Working days', () => {
  it.each([
    ['2020-03-12', '2020-03-13'],
    ['2020-03-13', '2020-03-16'],
    ['2020-01-22', '2020-01-30'],
    ['2019-02-01', '2019-02-11'],
    ['2020-04-29', '2020-05-04'],
    ['2019-04-12', '2019-04-16'],
    ['2019-12-31', '2020-01-02'],
  ])('after %s comes %s', (day, next) => {
    expect(nextWorkingDay(day)).toBe(next);
  });

  it('end the time for sending at noon of the next one', () => {
    expect(sendBefore('2020-03-13')).toBe(Date.parse('2020-03-16T12:00:00+07:00'));
  });

  it.each([
    ['2020-03-13', '2020-03-13T23:59:59+07:00', '2020-03-13', 'sameDay'],
    ['2020-03-20', '2020-03-13T10:00:00+07:00', '2020-03-13', 'sameDay'],
    ['2020-03-13', '2020-03-14T10:00:00+07:00', '2020-03-14', 'nextMorning'],
    ['2020-03-13', '2020-03-16T11:59:59+07:00', '2020-03-16', 'nextMorning'],
    ['2020-03-13', '2020-03-16T12:00:00+07:00', '2020-03-16', 'late'],
    ['', '2020-03-16T12:00:00+07:00', '2020-03-16', 'late'],
  ])('signed %s, sent %s', (signedOn, at, day, promptness) => {
    expect(promptnessOf(signedOn, { at: Date.parse(at), day })).toBe(promptness);
  });
});
