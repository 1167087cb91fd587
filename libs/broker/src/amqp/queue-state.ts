import { setTimeout as pause } from 'node:timers/promises';
import { type QueueState } from '../topology.js';

/** Answers in a row that say the same. */
const SAID_TIMES = 3;
const AGAIN_AFTER_MS = 100;

/**
 * The state of a queue, as RabbitMQ tells it when it is asked. A quorum queue that does not answer RabbitMQ within 250 ms it tells as empty and
 * without consumers, no different from one that is (its function rabbit_quorum_queue:stat): a busy system would seem to be gone. So that
 * answer is taken only when it has come three times.
 */
export async function queueState(ask: () => Promise<QueueState>, againAfterMs = AGAIN_AFTER_MS): Promise<QueueState> {
  for (let said = 1; ; said += 1) {
    const state = await ask();
    if (state.ready > 0 || state.consumers > 0 || said === SAID_TIMES) return state;
    await pause(againAfterMs);
  }
}
