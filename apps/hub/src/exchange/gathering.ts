import { settleOneByOne } from './one-by-one.js';

/** How work that is gathered is done. */
export interface GatheredWork<T, R> {
  /** Does all of it at once; must be repeatable, and answer in the order of the items. */
  readonly work: (items: readonly T[]) => Promise<readonly R[]>;
  /** Whether a failure is nobody's fault: then it is everybody's answer, and nobody is tried alone. */
  readonly isOutage: (error: unknown) => boolean;
  readonly size: number;
  readonly withinMs: number;
}

/** Batches in work at a time: what comes meanwhile makes the next ones larger, so that more load means fewer transactions for each. */
const IN_WORK = 2;

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Gathers what comes one by one at about the same time into batches, as the broker does for what comes over it. */
export class Gathering<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private timer: NodeJS.Timeout | undefined;
  private inWork = 0;

  constructor(private readonly doing: GatheredWork<T, R>) {}

  /** Resolves with what the work made of the item; rejects with what went wrong with it, or with all. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.waiting.length >= this.doing.size) this.startNext();
      else this.timer ??= setTimeout(() => this.startNext(), this.doing.withinMs);
    });
  }

  private startNext(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.inWork >= IN_WORK || this.waiting.length === 0) return;
    this.inWork += 1;
    void this.settle(this.waiting.splice(0, this.doing.size)).finally(() => {
      this.inWork -= 1;
      this.startNext();
    });
  }

  /** Never rejects. */
  private async settle(batch: readonly Waiting<T, R>[]): Promise<void> {
    const { work, isOutage } = this.doing;
    try {
      const items = batch.map(({ item }) => item);
      for (const [index, settled] of (await settleOneByOne(items, work, isOutage)).entries()) {
        if ('result' in settled) batch[index]?.resolve(settled.result);
        else batch[index]?.reject(settled.poison);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
