import { type QueueState } from '../topology.js';

const ASKED_TIMES = 3;
/** Somewhat less than the 250 ms after which RabbitMQ gives a quorum queue up. */
const LATE_MS = 200;

/**
 * The state of a queue, as RabbitMQ tells it when it is asked. A quorum queue that does not answer RabbitMQ within 250 ms it tells as empty and
 * without consumers, no different from one that is (its function rabbit_quorum_queue:stat): a busy system would seem to be gone. So that
 * answer, when it was that long in coming, is taken only the third time.
 */
export async function queueState(ask: () => Promise<QueueState>, lateMs = LATE_MS): Promise<QueueState> {
  for (let asked = 1; ; asked += 1) {
    const begun = performance.now();
    const state = await ask();
    const mayBeGivenUp = state.ready === 0 && state.consumers === 0 && performance.now() - begun >= lateMs;
    if (!mayBeGivenUp || asked === ASKED_TIMES) return state;
  }
}
