import { build, type Histogram } from 'hdr-histogram-js';
import { type Measure, type Percentiles, type Timings } from '#wire';

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
