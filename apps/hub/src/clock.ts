/** What time it is for the signatures of the official client's interface, and for sessions; tests set it. */
export class Clock {
  /** Epoch milliseconds. */
  now(): number {
    return Date.now();
  }
}
