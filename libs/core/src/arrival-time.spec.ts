import { arrivalBucketOf, arrivalPercentile } from './arrival-time.js';

describe('The times from acceptance to arrival', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [1, 1],
    [2, 5],
    [15, 16],
    [16, 17],
    [1_000, 40],
    [86_400_000, 106],
  ])('%d ms lie in bucket %d', (milliseconds, bucket) => {
    expect(arrivalBucketOf(milliseconds)).toBe(bucket);
  });

  it('knows no percentile of nothing', () => {
    expect(arrivalPercentile([], 0.5)).toBeUndefined();
    expect(arrivalPercentile([{ bucket: 7, deliveries: 0 }], 0.5)).toBeUndefined();
  });

  it.each([0.01, 0.5, 0.95, 0.99, 1])('is off by less than 19 %% at %d', (share) => {
    // Times as they are: most short, some long.
    const times = Array.from({ length: 10_000 }, (_, n) => Math.round(20 + 1.0012 ** n));
    const counts = new Map<number, number>();
    for (const time of times) counts.set(arrivalBucketOf(time), (counts.get(arrivalBucketOf(time)) ?? 0) + 1);
    const buckets = [...counts].map(([bucket, deliveries]) => ({ bucket, deliveries })).reverse();
    const truth = times[Math.ceil(share * times.length) - 1] ?? 0;
    const found = arrivalPercentile(buckets, share) ?? 0;
    expect(Math.abs(found / truth - 1)).toBeLessThan(0.19);
  });
});
