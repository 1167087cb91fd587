import { periodBefore, periodIn, quickPeriod } from './period.js';

const TODAY = '2020-03-15';

it.each([
  ['today', '2020-03-15', '2020-03-15'],
  ['week', '2020-03-09', '2020-03-15'],
  ['month', '2020-03-01', '2020-03-15'],
  ['lastMonth', '2020-02-01', '2020-02-29'],
  ['year', '2020-01-01', '2020-03-15'],
  ['all', '2019-03-12', '2020-03-15'],
] as const)('a click on %s means %s to %s', (period, from, to) => {
  expect(quickPeriod(period, TODAY)).toEqual({ from, to });
});

it('takes last month from the year before in January', () => {
  expect(quickPeriod('lastMonth', '2020-01-09')).toEqual({ from: '2019-12-01', to: '2019-12-31' });
});

it.each([
  ['', '2020-03-01', '2020-03-15'],
  ['from=2020-02-30&to=2020-03-02', '2020-03-01', '2020-03-02'],
  ['from=2020-01-01&to=2020-01-31', '2020-01-01', '2020-01-31'],
  ['from=9999-01-01', '2020-03-01', '2020-03-15'],
])('the address ?%s asks for %s to %s', (address, from, to) => {
  expect(periodIn(new URLSearchParams(address), TODAY)).toEqual({ from, to });
});

it.each([
  ['2020-03-15', '2020-03-15', { from: '2020-03-14', to: '2020-03-14' }],
  ['2020-03-01', '2020-03-31', { from: '2020-01-30', to: '2020-02-29' }],
  ['2019-03-13', '2019-03-13', { from: '2019-03-12', to: '2019-03-12' }],
  ['2019-03-12', '2020-03-15', undefined],
  ['2019-03-14', '2019-03-16', undefined],
  ['2020-03-15', '2020-03-14', undefined],
])('before %s to %s lie as many days', (from, to, before) => {
  expect(periodBefore({ from, to })).toEqual(before);
});
