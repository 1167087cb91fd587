/** Fanout exchange through which hubs tell one another what live views and rosters want to know. */
export const FEED = 'truc.feed';

/** Hears what others say about a topic. */
export type FeedListener = (words: Buffer) => void;

/**
 * Tells every other process that has this feed open at this moment. Nothing is kept and nothing is promised: what is said while the broker is
 * away, faster than it goes out, or in more than 1 MB, is dropped. Good for live views and for hints; what must not be lost travels by {@link Broker}.
 */
export abstract class Feed {
  private readonly listeners = new Map<string, FeedListener[]>();

  /** Says something to all others, not to itself. */
  abstract say(topic: string, words: Uint8Array): void;

  /** Lets go. Calling it twice is harmless. */
  abstract close(): Promise<void>;

  /** Hears what others say about a topic from now on, for as long as the feed is open. A listener must not throw. */
  hear(topic: string, listener: FeedListener): void {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  /** For adapters: another has said something. */
  protected heard(topic: string, words: Buffer): void {
    for (const listener of this.listeners.get(topic) ?? []) listener(words);
  }
}
