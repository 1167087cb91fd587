/** One after the other for the same name; those of different names do not wait for one another. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does `work` when all work taken before it for `name` has ended, however it ended. */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(name) ?? Promise.resolve()).then(work, work);
    this.last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(name) === mine) this.last.delete(name);
    }
  }
}
