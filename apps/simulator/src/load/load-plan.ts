import { type LoadSettings, type MixPart } from '#wire';

/** Deviations of five consecutive documents from the average number of recipients; their sum is 0. */
const DEVIATIONS = [0, -2, 2, -1, 1] as const;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Agencies that receive, at least: so many stand by in turn even when a document has few recipients. */
const LEAST_AGENCIES = 8;

/** Every document of a run, by its number from 0: the same settings plan the same documents. */
export class LoadPlan {
  /** Documents in all. */
  readonly documents: number;
  /** Agencies that receive, numbered from 0. */
  readonly agencies: number;
  private readonly spread: number;
  private readonly sizes: readonly number[];

  constructor(readonly settings: LoadSettings) {
    const { rate, forMs, recipients, mix } = settings;
    this.documents = Math.max(1, Math.round((rate * forMs) / 1000));
    this.spread = Math.min(2, Math.floor(recipients) - 1);
    this.agencies = Math.max(LEAST_AGENCIES, Math.ceil(recipients) + this.spread);
    this.sizes = evenly(mix);
  }

  /** Milliseconds from the start at which a document is due, whatever became of those before. */
  dueMs(number: number): number {
    return (number * 1000) / this.settings.rate;
  }

  /** Bytes the document is filled up to. */
  sizeOf(number: number): number {
    return this.sizes[number % this.sizes.length] ?? 0;
  }

  /** Spread by the golden ratio, which falls in with no other pattern: urgent documents are as large, and have as many recipients, as the rest. */
  isUrgent(number: number): boolean {
    return (number * GOLDEN) % 1 < this.settings.urgent;
  }

  /** The agencies a document goes to; each only once. */
  recipientsOf(number: number): number[] {
    const count = countedUpTo(number, this.settings.recipients) + this.deviationOf(number);
    return Array.from({ length: count }, (_, turn) => (number + turn) % this.agencies);
  }

  /** Deliveries that the first `documents` make. */
  deliveriesOf(documents: number): number {
    let sum = 0;
    for (let number = 0; number < documents; number += 1) sum += this.recipientsOf(number).length;
    return sum;
  }

  /** Each block of five begins elsewhere in the pattern, so that no size of a mix falls in with it. */
  private deviationOf(number: number): number {
    const deviation = DEVIATIONS[(number + Math.floor(number / DEVIATIONS.length)) % DEVIATIONS.length] ?? 0;
    return Math.sign(deviation) * Math.min(Math.abs(deviation), this.spread);
  }
}

/** What a quantity of `each` a document adds with this one, in whole numbers: their sum never strays by 1 from the average. */
function countedUpTo(number: number, each: number): number {
  return Math.floor((number + 1) * each) - Math.floor(number * each);
}

/** One cycle of sizes in which every part is spread as evenly as it goes. */
function evenly(mix: readonly MixPart[]): number[] {
  const total = mix.reduce((sum, { parts }) => sum + parts, 0);
  const owed = mix.map(() => 0);
  return Array.from({ length: total }, () => {
    mix.forEach(({ parts }, index) => (owed[index] = (owed[index] ?? 0) + parts));
    const next = owed.indexOf(Math.max(...owed));
    owed[next] = (owed[next] ?? 0) - total;
    return mix[next]?.bytes ?? 0;
  });
}
