/** What one run of one contestant showed. */
export interface Figures {
  readonly documentsPerSecond: number;
  readonly deliveriesPerSecond: number;
  /** From the first submission to the last receipt counted. */
  readonly seconds: number;
  /** CPU seconds of the process between sender and receivers. */
  readonly cpuSeconds: number;
  readonly peakMemoryMb: number;
  /** Documents per second of the last tenth, as a share of those of the second tenth. */
  readonly lastToSecondTenth: number;
}

/** When how many documents had been taken over. */
export interface Sample {
  readonly at: number;
  readonly documents: number;
}

/** The pace of the last tenth of a run beside that of its second tenth. */
export function lastToSecondTenth(samples: readonly Sample[], total: number): number {
  const reached = (share: number): number => crossing(samples, total * share);
  const second = reached(0.2) - reached(0.1);
  const last = reached(1) - reached(0.9);
  return last > 0 ? second / last : Number.NaN;
}

/** The moment when `documents` had been taken over, between two samples by straight line. */
function crossing(samples: readonly Sample[], documents: number): number {
  const next = samples.findIndex((sample) => sample.documents >= documents);
  const after = samples[next];
  const before = samples[next - 1];
  if (after === undefined) return Number.NaN;
  if (before === undefined || after.documents === before.documents) return after.at;
  const share = (documents - before.documents) / (after.documents - before.documents);
  return before.at + share * (after.at - before.at);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** A line of a table: a name, then texts each at the right end of so many characters. */
export function tableLine(name: string, cells: readonly (readonly [string, number])[]): string {
  return name.padEnd(12) + cells.map(([text, width]) => text.padStart(width)).join('');
}
