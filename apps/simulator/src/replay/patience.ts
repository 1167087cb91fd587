import { setTimeout as pause } from 'node:timers/promises';
import { UnreachableError } from '#wire';

const LONGEST_MS = 60_000;
const AGAIN_MS = 250;

/** Does what asks the hub, again from its beginning while the hub is away, for a minute: it may be on its way up again. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + LONGEST_MS; ;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnreachableError) || Date.now() > deadline) throw error;
      await pause(AGAIN_MS);
    }
  }
}
