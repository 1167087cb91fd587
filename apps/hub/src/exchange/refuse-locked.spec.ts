import { writeDocument } from '#edxml';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { aSystem, G22, H53, HubFixture } from '../../test/hub-fixture.js';
import { ExchangeService } from './exchange.service.js';
import { StatusesService } from './statuses.service.js';

describe('What a system handed in before it was locked', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start([aSystem('g22', [G22], { lockedAt: 1 }), aSystem('h53', [H53])]);
  });
  afterAll(() => axis.close());

  it('is refused, recorded, and not counted', async () => {
    const bytes = Buffer.from(writeDocument(sampleDocument({ from: G22, to: [H53] })));
    const body = { kind: 'inline', bytes } as const;
    const [result] = await axis.part(ExchangeService).accept([{ system: 'g22', key: 'k', body }]);
    expect(result).toMatchObject({ outcome: 'refused', error: { code: 'SYSTEM_LOCKED', details: { name: 'g22' } } });
    expect((await axis.client.refusals()).items).toMatchObject([{ system: 'g22', code: 'SYSTEM_LOCKED' }]);
    expect(await axis.client.totals()).toMatchObject({ sent: 0 });
  });

  it('is refused where it is a status', async () => {
    const message = { body: Buffer.from('whatever it says'), userId: 'g22', messageId: 's' };
    const [result] = await axis.part(StatusesService).take([message]);
    expect(result?.result).toMatchObject({ outcome: 'refused', error: { code: 'SYSTEM_LOCKED' } });
  });
});
