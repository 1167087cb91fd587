import { dueOf } from './due.js';

const today = '2020-02-28';

it.each<[string, number, string]>([
  ['2020-02-27', -1, 'bad'],
  ['2019-12-31', -59, 'bad'],
  ['2020-02-28', 0, 'poor'],
  ['2020-03-01', 2, 'poor'],
  ['2020-03-02', 3, 'quiet'],
])('what is due on %s has %d days left: %s', (dueOn, days, standing) => {
  expect(dueOf(dueOn, today, ['03'])).toEqual({ days, standing });
});

it('a due date asks for nothing once all recipients have settled the document', () => {
  const overdue = '2020-01-01';
  for (const status of ['02', '06', '15']) expect(dueOf(overdue, today, [status])).toBeUndefined();
  expect(dueOf(overdue, today, ['06', '05'])?.days).toBe(-58);
  expect(dueOf(overdue, today, [])?.days).toBe(-58);
});
