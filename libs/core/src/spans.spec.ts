import { dayAfter } from './calendar.js';
import { inSpans, type Span, type Spans } from './spans.js';

const span = (text: string): Span => {
  const [from = '', to = from] = text.split(' ');
  return { from, to };
};

/** How often each day of two years is counted by a sum of spans. */
function countedDays({ days, months, years }: Spans): Map<string, number> {
  const counted = new Map<string, number>();
  for (let day = '2019-01-01'; day <= '2021-12-31'; day = dayAfter(day, 1)) {
    let times = 0;
    for (const [sum, length] of [
      [days, 10],
      [months, 7],
      [years, 4],
    ] as const) {
      const lies = ({ from, to }: Span): boolean => from <= day.slice(0, length) && day.slice(0, length) <= to;
      times += sum.plus.filter(lies).length - sum.minus.filter(lies).length;
    }
    if (times !== 0) counted.set(day, times);
  }
  return counted;
}

describe('A period as a sum of spans', () => {
  it.each([
    [
      '2019-03-12 2020-12-31',
      {
        years: { plus: ['2019 2020'], minus: [] },
        months: { plus: [], minus: ['2019-01 2019-02'] },
        days: { plus: [], minus: ['2019-03-01 2019-03-11'] },
      },
    ],
    [
      '2019-03-12 2020-04-17',
      {
        years: { plus: ['2019'], minus: [] },
        months: { plus: ['2020-01 2020-04'], minus: ['2019-01 2019-02'] },
        days: { plus: [], minus: ['2019-03-01 2019-03-11', '2020-04-18 2020-04-30'] },
      },
    ],
    [
      '2019-12-31 2020-01-01',
      {
        years: { plus: [], minus: [] },
        months: { plus: [], minus: [] },
        days: { plus: ['2019-12-31', '2020-01-01'], minus: [] },
      },
    ],
    [
      '2020-02-20 2020-03-31',
      {
        years: { plus: [], minus: [] },
        months: { plus: ['2020-03'], minus: [] },
        days: { plus: ['2020-02-20 2020-02-29'], minus: [] },
      },
    ],
  ])('%s', (period, { days, months, years }) => {
    const sum = ({ plus, minus }: { plus: string[]; minus: string[] }): Spans['days'] => ({
      plus: plus.map(span),
      minus: minus.map(span),
    });
    expect(inSpans(span(period))).toEqual({ days: sum(days), months: sum(months), years: sum(years) });
  });

  it('counts every day of the period once and no other day', () => {
    const first = '2019-01-01';
    for (let start = 0; start < 730; start += 13)
      for (const length of [1, 2, 20, 28, 29, 31, 45, 90, 181, 182, 184, 365, 366, 730 - start]) {
        const period = { from: dayAfter(first, start), to: dayAfter(first, start + length - 1) };
        const counted = countedDays(inSpans(period));
        expect([period, counted.size, Math.max(...counted.values())]).toEqual([period, length, 1]);
        expect([...counted.keys()].filter((day) => day < period.from || day > period.to)).toEqual([]);
      }
  });
});
