/** Lets a few pieces of work through at a time; the others wait in line. */
export class Turnstile {
  private busy = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** The result of the work, in its turn; undefined, and it is not done, when the line is full. */
  pass<T>(work: () => Promise<T>): Promise<T> | undefined {
    if (this.busy >= this.atOnce && this.line.length >= this.mostWaiting) return undefined;
    return this.inTurn(work);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy >= this.atOnce) await new Promise<void>((resolve) => this.line.push(resolve));
    else this.busy += 1;
    try {
      return await work();
    } finally {
      // Who is next takes over this place, so that nobody can step in between.
      const next = this.line.shift();
      if (next === undefined) this.busy -= 1;
      else next();
    }
  }
}
