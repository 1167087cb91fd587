import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** How long calls took, in milliseconds. */
export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Collects how long calls of each kind took. */
export class Latencies {
  private readonly kinds = new Map<string, RecordableHistogram>();

  /** Notes that a call of this kind took so many milliseconds. */
  note(kind: string, ms: number): void {
    const histogram = this.kinds.get(kind) ?? createHistogram();
    this.kinds.set(kind, histogram);
    histogram.record(Math.max(1, Math.round(ms * 1000)));
  }

  /** The percentiles of every kind. */
  all(): Record<string, Percentiles> {
    return Object.fromEntries([...this.kinds].map(([kind, histogram]) => [kind, percentilesOf(histogram)]));
  }
}

function percentilesOf(histogram: RecordableHistogram): Percentiles {
  const ms = (microseconds: number): number => Math.round(microseconds / 100) / 10;
  return {
    count: histogram.count,
    p50: ms(histogram.percentile(50)),
    p95: ms(histogram.percentile(95)),
    p99: ms(histogram.percentile(99)),
    max: ms(histogram.max),
  };
}
