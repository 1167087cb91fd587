import { Feed } from '../feed.js';

/** The feed within this process, for tests. */
export class MemoryFeed extends Feed {
  constructor(private readonly all = new Set<MemoryFeed>()) {
    super();
    all.add(this);
  }

  /** Another one that hears this one, and the other way round. */
  another(): MemoryFeed {
    return new MemoryFeed(this.all);
  }

  say(topic: string, words: Uint8Array): void {
    for (const other of this.all) if (other !== this) setImmediate(() => other.heard(topic, Buffer.from(words)));
  }

  close(): Promise<void> {
    this.all.delete(this);
    return Promise.resolve();
  }
}
