/** Something read again and again, one reading at a time, so that what the last one found stands. */
export class Rereading {
  private current: Promise<void> | undefined;
  private following: Promise<void> | undefined;

  constructor(private readonly read: () => Promise<void>) {}

  /** Resolves after a reading begun no earlier than this call; those who ask while one is under way share the one after it. */
  now(): Promise<void> {
    if (this.following !== undefined) return this.following;
    if (this.current === undefined) return this.begin();
    const begin = (): Promise<void> => this.begin();
    this.following = this.current.then(begin, begin);
    return this.following;
  }

  private begin(): Promise<void> {
    this.following = undefined;
    this.current = this.read().finally(() => (this.current = undefined));
    return this.current;
  }
}
