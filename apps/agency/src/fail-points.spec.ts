import { FailPoints } from './fail-points.js';

describe('Fail points', () => {
  it('end the process at the n-th reach of the place that is armed', () => {
    let deaths = 0;
    const points = new FailPoints('agency-before-ack:2', () => (deaths += 1));
    points.reach('agency-before-ack');
    points.reach('agency-after-ack');
    expect(deaths).toBe(0);
    points.reach('agency-before-ack');
    points.reach('agency-before-ack');
    expect(deaths).toBe(1);
  });

  it('end nothing unless armed', () => {
    let deaths = 0;
    new FailPoints(undefined, () => (deaths += 1)).reach('agency-after-ack');
    expect(deaths).toBe(0);
  });
});
