import { AxisError } from '#core';
import { type ConnectedSystem } from '#wire';
import { eventually } from '../../../../test/support/eventually.js';
import { aSystem, G22, H53, HubFixture } from '../../test/hub-fixture.js';

describe('The systems as they are shown', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start([aSystem('g22', [G22]), aSystem('h53', [H53]), aSystem('h29', [], { mode: 'poll' })]);
  });
  afterAll(() => axis.close());

  const listed = async (): Promise<Map<string, ConnectedSystem>> =>
    new Map((await axis.client.systems()).items.map((system) => [system.name, system]));

  it('say how many consume their inboxes, unless they poll', async () => {
    const systems = await listed();
    expect(systems.get('g22')).toMatchObject({ connected: true, consumers: 2, queued: 0 });
    expect(systems.get('h29')).toMatchObject({ poll: true });
    expect(systems.get('h29')).not.toHaveProperty('consumers');
  });

  it('say since when the oldest document waits for each of them', async () => {
    expect((await listed()).get('h53')).not.toHaveProperty('oldestWaitingSince');
    const { body } = await axis.post('samples', { from: G22, to: [H53], subject: 'V/v gửi thử' });
    const { acceptedAt } = await axis.client.document(body.documentId ?? '');
    await eventually(async () => expect((await listed()).get('h53')?.oldestWaitingSince).toBe(acceptedAt));
    expect((await axis.client.system('h53')).oldestWaitingSince).toBe(acceptedAt);
    expect((await listed()).get('g22')).not.toHaveProperty('oldestWaitingSince');
  });

  it('say as of when that is while it cannot be read, and that it is not known where it never could', async () => {
    const { overview } = axis.store;
    const read = overview.oldestOfEach.bind(overview);
    const known = (await listed()).get('h53')?.oldestWaitingSince;
    overview.oldestOfEach = () => Promise.reject(new AxisError('STORE_AWAY'));
    const other = await axis.another();
    try {
      const late = await eventually(async () => {
        const systems = await listed();
        expect(systems.get('h53')).toHaveProperty('oldestWaitingAsOf');
        return systems;
      });
      expect(late.get('h53')).toMatchObject({ oldestWaitingSince: known });
      expect(late.get('g22')).toHaveProperty('oldestWaitingAsOf');
      const { items } = await other.client.systems();
      expect(items.map(({ oldestWaitingUnknown }) => oldestWaitingUnknown)).toEqual([true, true, true]);
    } finally {
      overview.oldestOfEach = read;
      await other.close();
    }
    await eventually(async () => expect((await listed()).get('h53')).not.toHaveProperty('oldestWaitingAsOf'));
  });
});
