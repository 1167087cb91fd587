const HOUR_MS = 3_600_000;

/** A session nobody used for so long has ended. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;

/** No session lasts longer, however much it is used. */
export const SESSION_WHOLE_MS = 7 * 24 * HOUR_MS;

/** When a session ends if it is not used again; epoch milliseconds, as what it is told. */
export function sessionEnd({ createdAt, lastSeenAt }: { createdAt: number; lastSeenAt: number }): number {
  return Math.min(createdAt + SESSION_WHOLE_MS, lastSeenAt + SESSION_IDLE_MS);
}
