import { type DeliveryState, mayBecome } from './delivery.js';

describe('A delivery', () => {
  const states: DeliveryState[] = ['waiting', 'received', 'failed', 'expired', 'withdrawn'];

  it.each<[DeliveryState, DeliveryState[]]>([
    ['waiting', ['received', 'failed', 'expired', 'withdrawn']],
    ['received', []],
    ['failed', ['waiting']],
    ['expired', ['waiting', 'received']],
    ['withdrawn', []],
  ])('that is %s may become %j only', (from, next) => {
    expect(states.filter((to) => mayBecome(from, to)).sort()).toEqual([...next].sort());
  });
});
