import { eventually } from '../../../../test/support/eventually.js';
import { aSystem, G22, H53, HubFixture } from '../../test/hub-fixture.js';

describe('A system that was just enrolled', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start([aSystem('new', [H53], { createdAt: Date.now() }), aSystem('old', [G22])]);
  });
  afterAll(() => axis.close());

  it('is noted as seen within seconds, before everybody is looked at', async () => {
    const lastSeen = async (name: string): Promise<number | undefined> =>
      (await axis.store.registry.getSystem(name))?.lastSeenAt;
    await eventually(async () => (await lastSeen('new')) ?? false);
    expect(await lastSeen('old')).toBeUndefined();
  });
});
