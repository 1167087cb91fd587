import { HubClient } from '#wire';
import { type OtherHub, StoryAxis, type StorySystem } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { uniqueSystem } from '../support/servers.js';

const [GOVERNMENT, PROVINCE] = ['000.00.00.G22', '000.00.00.H53'] as const;
/** Never by itself: what one hub learns of the other it learns at once. */
const NEVER_MS = '3600000';
const DOCUMENTS = 300;

describe('two hubs on one database and one RabbitMQ', () => {
  let axis: StoryAxis;
  let other: OtherHub;
  let issuer: StorySystem;

  beforeAll(async () => {
    axis = await StoryAxis.open('PostgreSQL', undefined, { INBOX_CHECK_MS: NEVER_MS });
    other = await axis.startOtherHub();
    issuer = await axis.addSystem(uniqueSystem('g22'), [GOVERNMENT], { arrivals: true });
  }, 90_000);
  afterAll(() => axis.close());

  const at = (url: string, system: string, secret: string): HubClient =>
    new HubClient({ url, credentials: { system, secret } });

  it('let a system in at the one that was enrolled at the other a moment ago, and with a new secret no longer with the old', async () => {
    const name = uniqueSystem('moi');
    const { secret } = await axis.hub.addSystem({ name, codes: ['000.00.00.G09'], arrivals: false });
    expect(await at(other.url, name, secret).documents()).toMatchObject({ items: [] });
    const renewed = await axis.hub.renewSecret(name);
    await eventually(() =>
      expect(at(other.url, name, secret).documents()).rejects.toMatchObject({ problem: { code: 'UNAUTHENTICATED' } }),
    );
    expect(await at(other.url, name, renewed.secret).documents()).toMatchObject({ items: [] });
    await axis.hub.removeSystem(name);
    await eventually(() =>
      expect(at(other.url, name, renewed.secret).documents()).rejects.toMatchObject({
        problem: { code: 'UNAUTHENTICATED' },
      }),
    );
  });

  it('know the agencies that the other entered', async () => {
    const code = '000.77.77.H53';
    await other.http.enterAgency(code, 'Ủy ban nhân dân xã Thử Nghiệm');
    await eventually(async () =>
      expect(await axis.hub.agencies({ q: 'xa thu nghiem' })).toMatchObject({ items: [{ code }] }),
    );
  });

  it('tell live at either of them what either of them does, and lose and double nothing when one is killed', async () => {
    const receiver = await axis.addSystem(uniqueSystem('h53'), [PROVINCE]);
    const watching = new AbortController();
    const told = { one: new Set<string>(), other: new Set<string>() };
    const follow = async (hub: HubClient, heard: Set<string>): Promise<void> => {
      const events = await hub.events(watching.signal);
      void (async () => {
        for await (const event of events) if (event.kind === 'arrived') heard.add(String(event.documentId));
      })().catch(() => undefined);
    };
    await follow(axis.hub, told.one);
    await follow(other.http, told.other);
    const send = async (from: number, to: number): Promise<void> => {
      for (let number = from; number < to; number += 1)
        await issuer.http.send({
          from: GOVERNMENT,
          to: [PROVINCE],
          subject: `V/v hai trục ${number}`,
          number: String(number + 1),
        });
    };
    await send(0, DOCUMENTS / 2);
    await eventually(() => expect([told.one.size, told.other.size]).toEqual([DOCUMENTS / 2, DOCUMENTS / 2]));
    watching.abort();

    const sending = send(DOCUMENTS / 2, DOCUMENTS);
    await eventually(async () => expect((await other.http.totals()).sent).toBeGreaterThan(DOCUMENTS / 2));
    await axis.program.stop('SIGKILL');
    await sending;
    await eventually(async () =>
      expect(await other.http.ledger()).toMatchObject({ made: DOCUMENTS, received: DOCUMENTS, addsUp: true }),
    );
    expect(await other.http.totals()).toMatchObject({ sent: DOCUMENTS, received: DOCUMENTS });
    expect(await other.http.verification()).toMatchObject({ total: 0 });
    expect((await receiver.http.incoming({ limit: 500 })).items).toHaveLength(DOCUMENTS);
    await axis.startHub();
    expect(await axis.hub.totals()).toMatchObject({ sent: DOCUMENTS, received: DOCUMENTS });
  }, 120_000);
});
