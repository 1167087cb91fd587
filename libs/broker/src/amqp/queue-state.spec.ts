import { type QueueState } from '../topology.js';
import { queueState } from './queue-state.js';

const NOTHING = { ready: 0, consumers: 0 };

/** What is told of a queue that is asked again and again, the last answer for good. */
function told(...states: readonly QueueState[]): { ask: () => Promise<QueueState>; asked: () => number } {
  let asked = 0;
  const ask = (): Promise<QueueState> => Promise.resolve(states[Math.min(asked++, states.length - 1)] ?? NOTHING);
  return { ask, asked: () => asked };
}

describe('the state of a queue', () => {
  it.each([
    ['waiting messages', { ready: 3, consumers: 0 }],
    ['consumers', { ready: 0, consumers: 1 }],
  ])('with %s is believed at once', async (_what, state) => {
    const queue = told(state);
    expect(await queueState(queue.ask, 1)).toEqual(state);
    expect(queue.asked()).toBe(1);
  });

  it('without anything is asked again: the queue may only have been slow', async () => {
    const queue = told(NOTHING, NOTHING, { ready: 0, consumers: 2 });
    expect(await queueState(queue.ask, 1)).toEqual({ ready: 0, consumers: 2 });
  });

  it('that is empty and that nobody listens at is told as such', async () => {
    const queue = told(NOTHING);
    expect(await queueState(queue.ask, 1)).toEqual(NOTHING);
    expect(queue.asked()).toBe(3);
  });
});
