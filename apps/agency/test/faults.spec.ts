import { eventually } from '../../../test/support/eventually.js';
import { AgencyFixture } from './agency-fixture.js';

const ID = '0190a000-0000-7000-8000-000000000001';

describe('A system with a fault', () => {
  let axis: AgencyFixture;

  beforeEach(async () => {
    axis = await AgencyFixture.start();
  });

  afterEach(() => axis.close());

  async function give(fault: unknown): Promise<void> {
    const response = await axis.send('PUT', '/api/v1/faults', fault);
    expect(response.status).toBe(200);
  }

  const ready = async (): Promise<number> => (await axis.hub.inspect('inbox.h53'))?.ready ?? 0;
  const consumers = async (): Promise<number> => (await axis.hub.inspect('inbox.h53'))?.consumers ?? 0;
  const receipts = (): number => axis.at('hub.receipt').length;

  it('neither sends nor receives while it is down, and catches up afterwards', async () => {
    await give({ fault: 'down' });
    await eventually(async () => (await consumers()) === 0);
    await axis.handIn();
    await axis.deliver({ messageId: ID });
    expect(await ready()).toBe(1);
    expect(await axis.get('/health')).toMatchObject({ status: 'degraded' });
    expect(axis.at('hub.edoc')).toHaveLength(0);
    await give({ fault: 'none' });
    await eventually(() => axis.at('hub.edoc').length === 1 && receipts() === 1);
  });

  it('takes messages and never acknowledges them, until the fault is over', async () => {
    await give({ fault: 'no-ack' });
    await axis.deliver({ messageId: ID });
    await eventually(async () => (await ready()) === 0);
    expect(receipts()).toBe(0);
    await give({ fault: 'none' });
    await eventually(() => receipts() === 1);
  });

  it('hands every message back', async () => {
    await give({ fault: 'reject' });
    await axis.deliver({ messageId: ID });
    expect(receipts()).toBe(0);
    await give({ fault: 'none' });
    await eventually(() => receipts() === 1);
  });

  it('publishes everything twice', async () => {
    await give({ fault: 'duplicate' });
    const { key } = await axis.handIn();
    await axis.deliver({ messageId: ID });
    await eventually(() => axis.at('hub.edoc').length === 2 && receipts() === 2);
    expect(axis.at('hub.edoc').map(({ messageId }) => messageId)).toEqual([key, key]);
  });

  it('is slow', async () => {
    await give({ fault: 'slow', delayMs: 300 });
    const before = Date.now();
    await axis.deliver({ messageId: ID });
    await eventually(() => receipts() === 1);
    expect(Date.now() - before).toBeGreaterThanOrEqual(290);
    expect(await axis.get('/api/v1/faults')).toEqual({ fault: 'slow', delayMs: 300 });
  });

  it('recovers by itself when the fault has a time', async () => {
    await give({ fault: 'down', forMs: 50 });
    await eventually(async () => (await axis.get('/api/v1/faults'))['fault'] === 'none');
    await axis.deliver({ messageId: ID });
    await eventually(() => receipts() === 1);
  });

  it('stops gracefully while it holds messages', async () => {
    await give({ fault: 'no-ack' });
    await axis.deliver({ messageId: ID });
    await eventually(async () => (await ready()) === 0);
    await axis.stopAgency();
    expect(await ready()).toBe(1);
  });

  it('refuses a fault that does not exist', async () => {
    expect((await axis.send('PUT', '/api/v1/faults', { fault: 'on-fire' })).status).toBe(400);
  });
});
