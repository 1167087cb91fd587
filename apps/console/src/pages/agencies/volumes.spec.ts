import { daysOf, periodIn } from './period.js';
import { ofBranches, own, withBelow } from './volumes.js';

const figures = { recalls: 0, updates: 0, refused: 0, finished: 0 };

describe('the volumes of agencies', () => {
  const items = [
    { code: '000.21.31.H53', tier: 'commune', sent: 1, received: 2, ...figures },
    { code: '000.00.31.H53', tier: 'district', sent: 10, received: 20, ...figures },
    { code: '000.00.00.G22', tier: 'central', sent: 100, received: 0, ...figures },
  ];

  it('include everything below them', () => {
    expect(Object.fromEntries(withBelow(items))).toEqual({
      '000.21.31.H53': { sent: 1, received: 2 },
      '000.00.31.H53': { sent: 11, received: 22 },
      '000.00.00.H53': { sent: 11, received: 22 },
      '000.00.00.G22': { sent: 100, received: 0 },
    });
  });

  it('are their own when asked for', () => {
    expect(own(items).get('000.00.31.H53')).toEqual({ sent: 10, received: 20 });
    expect(own(items).has('000.00.00.H53')).toBe(false);
  });

  it('are known by code where the hub says the branch', () => {
    const branches = ofBranches([{ branch: 'H53', agencies: 2, sent: 11, received: 22, ...figures }]);
    expect(branches.get('000.00.00.H53')).toEqual({ sent: 11, received: 22 });
  });
});

describe('a period of a click', () => {
  it.each([
    ['today', { from: '2020-03-01', to: '2020-03-01' }],
    ['week', { from: '2020-02-24', to: '2020-03-01' }],
    ['month', { from: '2020-03-01', to: '2020-03-01' }],
    ['all', {}],
  ] as const)('%s has its days', (period, days) => {
    expect(daysOf(period, '2020-03-01')).toEqual(days);
  });

  it('is since the opening where the address names none that is known', () => {
    expect(['', 'period=week', 'period=x'].map((text) => periodIn(new URLSearchParams(text)))).toEqual([
      'all',
      'week',
      'all',
    ]);
  });
});
