import { build, type Histogram } from 'hdr-histogram-js';

/** What is timed of every document or delivery, from the moment the document was due. */
export const MEASURES = ['acceptance', 'arrival', 'status'] as const;
export type Measure = (typeof MEASURES)[number];

/** How long something took, in milliseconds; without figures when it never happened. */
export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The percentiles of each measure. */
export type Timings = Readonly<Record<Measure, Percentiles>>;

/** Times in HdrHistograms, to three digits, from 1 µs up. */
export class Latencies {
  private readonly histograms = new Map<Measure, Histogram>();

  /** Notes that something took so many milliseconds. */
  note(measure: Measure, ms: number): void {
    const histogram = this.histograms.get(measure) ?? build({ bitBucketSize: 32, numberOfSignificantValueDigits: 3 });
    this.histograms.set(measure, histogram);
    histogram.recordValue(Math.max(1, Math.round(ms * 1000)));
  }

  /** The percentiles of every measure. */
  timings(): Timings {
    const of = (measure: Measure): Percentiles => percentilesOf(this.histograms.get(measure));
    return { acceptance: of('acceptance'), arrival: of('arrival'), status: of('status') };
  }
}

function percentilesOf(histogram: Histogram | undefined): Percentiles {
  if (histogram === undefined) return { count: 0, p50: 0, p90: 0, p95: 0, p99: 0, max: 0 };
  // A percentile is the upper end of its bucket, which may lie above the largest value.
  const at = (percentile: number): number =>
    inMs(Math.min(histogram.getValueAtPercentile(percentile), histogram.maxValue));
  return {
    count: histogram.totalCount,
    ...{ p50: at(50), p90: at(90), p95: at(95), p99: at(99), max: inMs(histogram.maxValue) },
  };
}

function inMs(microseconds: number): number {
  return Math.round(microseconds / 100) / 10;
}
