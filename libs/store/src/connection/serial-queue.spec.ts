import { isOutage } from './outage.js';
import { SerialQueue } from './serial-queue.js';

describe('The serial queue', () => {
  it('runs one job at a time, urgent ones before normal ones', async () => {
    const queue = new SerialQueue();
    const steps: string[] = [];
    const job = (name: string) => async (): Promise<void> => {
      steps.push(`${name} begins`);
      await Promise.resolve();
      steps.push(`${name} ends`);
    };
    const running = queue.run(job('first'), 'normal');
    await Promise.all([queue.run(job('second'), 'normal'), queue.run(job('urgent'), 'urgent'), running]);
    const order = ['first', 'urgent', 'second'];
    expect(steps).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('lets a job fail alone', async () => {
    const queue = new SerialQueue();
    const failing = queue.run(() => Promise.reject(new Error('no')), 'normal');
    const next = queue.run(() => Promise.resolve('done'), 'normal');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it('finishes what it has taken when it closes, and takes no more', async () => {
    const queue = new SerialQueue();
    const taken = [1, 2].map((n) => queue.run(() => Promise.resolve(n), 'normal'));
    await queue.close();
    expect(await Promise.all(taken)).toEqual([1, 2]);
    const late = await queue.run(() => Promise.resolve(), 'urgent').catch((error: unknown) => error);
    expect(isOutage(late)).toBe(true);
  });
});
