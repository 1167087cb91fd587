/** An idempotency key that nobody has. `crypto.randomUUID` is there over HTTPS only. */
export function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
