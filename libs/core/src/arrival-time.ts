/** Bounds lie four to an octave: each is 19 % above the one before. */
const AN_OCTAVE = 4;

/** How many deliveries took a time of one bucket from acceptance to arrival. */
export interface ArrivalBucket {
  readonly bucket: number;
  readonly deliveries: number;
}

/** The bucket of a time in milliseconds: 0 below 1 ms, n from 2^((n-1)/4) ms up to 2^(n/4) ms. A time before its beginning (two clocks) counts as none. */
export function arrivalBucketOf(milliseconds: number): number {
  return milliseconds < 1 ? 0 : 1 + Math.floor(AN_OCTAVE * Math.log2(milliseconds));
}

/**
 * The time in milliseconds below which a share (0 to 1) of the deliveries lies; undefined when there are none. Between the bounds of a bucket
 * deliveries are taken for evenly spread, so it is off by less than 19 %.
 */
export function arrivalPercentile(buckets: readonly ArrivalBucket[], share: number): number | undefined {
  const inOrder = [...buckets].sort((a, b) => a.bucket - b.bucket);
  const rank = share * inOrder.reduce((sum, { deliveries }) => sum + deliveries, 0);
  let before = 0;
  for (const { bucket, deliveries } of inOrder) {
    if (deliveries > 0 && before + deliveries >= rank) {
      const [from, to] = [boundOf(bucket - 1), boundOf(bucket)];
      return from + ((to - from) * Math.max(0, rank - before)) / deliveries;
    }
    before += deliveries;
  }
  return undefined;
}

/** Where a bucket ends, in milliseconds. */
function boundOf(bucket: number): number {
  return bucket < 0 ? 0 : 2 ** (bucket / AN_OCTAVE);
}
