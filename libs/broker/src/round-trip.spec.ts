import { type ProbeQueue, roundTripBy } from './round-trip.js';
import { type WireMessage } from './dead-letter.js';

const NEVER = new Promise<never>(() => undefined);

describe('A round trip', () => {
  let published: WireMessage[];
  let removed: number;
  beforeEach(() => {
    published = [];
    removed = 0;
  });

  const publish = (message: WireMessage): Promise<void> => (published.push(message), Promise.resolve());
  const queue = (over: Partial<ProbeQueue> = {}): ProbeQueue => ({
    name: 'probe',
    listen: (heard) => {
      publishHeard = heard;
      return Promise.resolve();
    },
    remove: () => ((removed += 1), Promise.resolve()),
    ...over,
  });
  let publishHeard: (messageId: string | undefined) => void;

  it('is done when the message was confirmed and is back; the queue is removed then', async () => {
    const back = (message: WireMessage): Promise<void> =>
      publish(message).then(() => {
        publishHeard('another');
        publishHeard(message.messageId);
      });
    const { confirmedMs, backMs } = await roundTripBy((trip) => trip(queue()), back);
    expect(Math.min(confirmedMs, backMs)).toBeGreaterThan(0);
    expect([published.length, removed]).toEqual([1, 1]);
  });

  it.each([
    ['the making of its queue', (): Promise<ProbeQueue> => NEVER, publish],
    ['the listening', () => Promise.resolve(queue({ listen: () => NEVER })), publish],
    ['the confirm', () => Promise.resolve(queue()), () => NEVER],
    ['the message', () => Promise.resolve(queue()), publish],
    ['the removal of its queue', () => Promise.resolve(queue({ remove: () => NEVER })), publish],
  ])('is given up when %s stays unanswered', async (_what, make, publishing) => {
    const trip = roundTripBy(async (tried) => tried(await make()), publishing, 20);
    await expect(trip).rejects.toMatchObject({ code: 'BROKER_AWAY' });
  });

  it('that is over publishes nothing into a queue that is made later, and removes it', async () => {
    let make!: (made: ProbeQueue) => void;
    const making = new Promise<ProbeQueue>((resolve) => (make = resolve));
    let trial: Promise<unknown> = NEVER;
    const trip = roundTripBy((tried) => (trial = making.then(tried)) as ReturnType<typeof tried>, publish, 20);
    await expect(trip).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    make(queue());
    await expect(trial).rejects.toThrow();
    expect([published.length, removed]).toEqual([0, 1]);
  });

  it('fails as its trial fails', async () => {
    await expect(roundTripBy(() => Promise.reject(new Error('refused')), publish)).rejects.toThrow('refused');
  });
});
