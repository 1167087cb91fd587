/**
 * Resolves with what `check` returns as soon as it neither throws nor returns false; asks again every `everyMs`.
 * Rejects with the last failure once `withinMs` (default 20 s) have passed, so a test waits for a condition, never for time.
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { withinMs = 20_000, everyMs = 25 }: { withinMs?: number; everyMs?: number } = {},
): Promise<Exclude<T, false>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const failure = await attempt(check);
    if ('value' in failure) return failure.value;
    if (Date.now() > deadline) throw failure.error;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

async function attempt<T>(check: () => T | Promise<T>): Promise<{ value: Exclude<T, false> } | { error: Error }> {
  try {
    const value = await check();
    if (value === false) return { error: new Error('The condition never came true.') };
    return { value: value as Exclude<T, false> };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
