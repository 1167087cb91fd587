import { setTimeout as pause } from 'node:timers/promises';
import { type BatchHandler, type IncomingMessage, type Verdict } from './broker.js';

/** After a handler threw, its messages stay out of the queue for so long: a bug must not spin through their deliveries within a second. */
const PAUSE_AFTER_THROW_MS = 200;

/** The handler's verdicts. One that throws, or answers with anything but one verdict for each message, has a bug: it is logged, and all are to be tried again. */
export async function judge(
  handler: BatchHandler,
  messages: readonly IncomingMessage[],
  log: (line: string) => void,
): Promise<readonly Verdict[]> {
  try {
    const verdicts: unknown = await handler(messages);
    if (isVerdictForEach(verdicts, messages.length)) return verdicts;
    throw new Error(`The handler must return ${messages.length} verdicts.`);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(
      `The handler of ${messages[0]?.queue} failed on ${messages.length} messages, which go back into the queue: ${what}`,
    );
    await pause(PAUSE_AFTER_THROW_MS);
    return messages.map(() => 'retry');
  }
}

function isVerdictForEach(verdicts: unknown, count: number): verdicts is readonly Verdict[] {
  return Array.isArray(verdicts) && verdicts.length === count && verdicts.every(isVerdict);
}

function isVerdict(value: unknown): value is Verdict {
  if (value === 'done' || value === 'retry') return true;
  return typeof value === 'object' && value !== null && 'dead' in value && typeof value.dead === 'string';
}
