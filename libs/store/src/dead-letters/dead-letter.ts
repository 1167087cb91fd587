/** A message nobody could handle, whole, so that it can be repaired and sent again. */
export interface NewDeadLetter {
  /** uuid v7 in text. */
  readonly id: string;
  /** The queue it died on. */
  readonly queue: string;
  /** As its publisher named it: unique at most within one system, shared by the slices of one document, empty when it had none. */
  readonly messageId: string;
  readonly type?: string | undefined;
  readonly userId?: string | undefined;
  readonly reason: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Uint8Array;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface DeadLetterSummary extends Omit<NewDeadLetter, 'body' | 'headers'> {
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly retriedAt?: number | undefined;
}

export interface DeadLetter extends DeadLetterSummary {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}
