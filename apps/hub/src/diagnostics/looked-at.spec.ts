import { AxisError, words } from '#core';
import { good } from './finding.js';
import { lookedAt } from './looked-at.js';

describe('looking at a part', () => {
  it('finds what there is to find', async () => {
    const finding = good('ledger', words('khớp', 'adds up'));
    expect(await lookedAt('ledger', () => Promise.resolve(finding))).toEqual([finding]);
    expect(await lookedAt('ledger', () => Promise.resolve([finding, finding]))).toHaveLength(2);
  });

  it.each([
    [
      'an outage',
      new AxisError('BROKER_AWAY', { reason: 'channel closed' }),
      'Không kết nối được RabbitMQ. (channel closed)',
      'RabbitMQ cannot be reached. (channel closed)',
    ],
    ['a bug', new Error('no such table'), 'no such table', 'no such table'],
  ])('that fails with %s says that it could not be read, and why', async (_what, error, vi, en) => {
    for (const look of [
      () => Promise.reject(error),
      () => {
        throw error;
      },
    ]) {
      const found = await lookedAt('queues', look);
      expect(found).toMatchObject([
        {
          ...{ part: 'queues', state: 'unread' },
          symptom: { vi: `Không đọc được phần này: ${vi}`, en: `This part could not be read: ${en}` },
        },
      ]);
    }
  });

  it('that never ends is given up', async () => {
    const [found] = await lookedAt('systems', () => new Promise(() => undefined), 20);
    expect(found?.state).toBe('unread');
    expect(found?.symptom.vi).toContain('không trả lời trong 0.02 giây');
  });
});
