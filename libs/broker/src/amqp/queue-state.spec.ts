import { setTimeout as answerAfter } from 'node:timers/promises';
import { type QueueState } from '../topology.js';
import { queueState } from './queue-state.js';

const NOTHING = { ready: 0, consumers: 0 };
const LATE_MS = 20;

/** What is told of a queue that is asked again and again, the last answer for good; each answer is so long in coming. */
function told(
  afterMs: number,
  ...states: readonly QueueState[]
): { ask: () => Promise<QueueState>; asked: () => number } {
  let asked = 0;
  const ask = (): Promise<QueueState> => answerAfter(afterMs, states[Math.min(asked++, states.length - 1)] ?? NOTHING);
  return { ask, asked: () => asked };
}

describe('the state of a queue', () => {
  it.each([
    ['waiting messages', { ready: 3, consumers: 0 }],
    ['consumers', { ready: 0, consumers: 1 }],
  ])('with %s is believed at once, however late it comes', async (_what, state) => {
    const queue = told(2 * LATE_MS, state);
    expect(await queueState(queue.ask, LATE_MS)).toEqual(state);
    expect(queue.asked()).toBe(1);
  });

  it('without anything that comes late is asked for again: RabbitMQ may only have given the queue up', async () => {
    const queue = told(2 * LATE_MS, NOTHING, NOTHING, { ready: 0, consumers: 2 });
    expect(await queueState(queue.ask, LATE_MS)).toEqual({ ready: 0, consumers: 2 });
  });

  it('without anything is believed in the end', async () => {
    const queue = told(2 * LATE_MS, NOTHING);
    expect(await queueState(queue.ask, LATE_MS)).toEqual(NOTHING);
    expect(queue.asked()).toBe(3);
  });

  it('without anything is believed at once when it comes in time: an absent system costs nobody a wait', async () => {
    const queue = told(0, NOTHING);
    expect(await queueState(queue.ask, 10_000)).toEqual(NOTHING);
    expect(queue.asked()).toBe(1);
  });
});
