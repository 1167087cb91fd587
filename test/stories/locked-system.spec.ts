import { AmqpBroker } from '#broker';
import { HubClient } from '#wire';
import { type OtherHub, StoryAxis, type StorySystem } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { uniqueSystem } from '../support/servers.js';

const [GOVERNMENT, PROVINCE] = ['000.00.00.G22', '000.00.00.H53'] as const;
/** Never by itself: what one hub learns of the other it learns at once. */
const NEVER_MS = '3600000';

describe('a system that the operators lock', () => {
  let axis: StoryAxis;
  let other: OtherHub;
  let issuer: StorySystem;
  let receiver: StorySystem;

  beforeAll(async () => {
    axis = await StoryAxis.open('PostgreSQL', undefined, { INBOX_CHECK_MS: NEVER_MS });
    other = await axis.startOtherHub();
    issuer = await axis.addSystem(uniqueSystem('g22'), [GOVERNMENT]);
    receiver = await axis.addSystem(uniqueSystem('h53'), [PROVINCE]);
  }, 90_000);
  afterAll(() => axis.close());

  const subjects = async (): Promise<string[]> => (await receiver.http.incoming()).items.map(({ subject }) => subject);
  const asReceiver = (url: string): Promise<unknown> =>
    new HubClient({ url, credentials: { system: receiver.name, secret: receiver.secret } }).documents();

  it('is kept out everywhere at once, and what is sent to it waits', async () => {
    const locked = await axis.hub.operation.lock(receiver.name);
    expect(Date.now() - Date.parse(locked.lockedAt ?? '')).toBeLessThan(60_000);
    expect(await axis.hub.operation.lock(receiver.name)).toEqual(locked);
    for (const url of [axis.hubUrl, other.url])
      await eventually(() => expect(asReceiver(url)).rejects.toMatchObject({ problem: { code: 'SYSTEM_LOCKED' } }));
    await eventually(async () => expect(await axis.hub.system(receiver.name)).toMatchObject({ connected: false }));
    await issuer.http.send({ from: GOVERNMENT, to: [PROVINCE], subject: 'V/v chờ mở khóa' });
    await receiver.http.send({ from: PROVINCE, to: [GOVERNMENT], subject: 'V/v gửi khi bị khóa' });
    await eventually(async () => expect(await axis.hub.ledger()).toMatchObject({ made: 1, waiting: 1, received: 0 }));
    expect(await subjects()).toEqual([]);
    expect(await other.http.operation.overview()).toMatchObject({ waiting: { oldest: [{ system: receiver.name }] } });
  });

  it('stays out with a new secret too', async () => {
    const name = uniqueSystem('bo');
    const { amqpUrl } = await axis.enrol(name, ['000.00.00.G09']);
    await other.http.operation.lock(name);
    const url = new URL(amqpUrl);
    url.password = (await axis.hub.renewSecret(name)).secret;
    const connecting = (): Promise<AmqpBroker> =>
      AmqpBroker.open({ url: url.href, userId: name, log: () => undefined }, 2_000);
    await expect(connecting()).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    await axis.hub.operation.unlock(name);
    await (await connecting()).close();
  });

  it('comes back by itself when it is unlocked, gets what waited, and what it had to send goes out', async () => {
    const unlocked = await other.http.operation.unlock(receiver.name);
    expect(unlocked).not.toHaveProperty('lockedAt');
    await eventually(async () => expect(await subjects()).toEqual(['V/v chờ mở khóa']));
    await eventually(async () =>
      expect(await axis.hub.ledger()).toMatchObject({ made: 2, received: 2, waiting: 0, addsUp: true }),
    );
    expect((await axis.hub.refusals()).items).toEqual([]);
  });

  it('is not known, if there is none of the name', async () => {
    await expect(axis.hub.operation.lock('nobody')).rejects.toMatchObject({ problem: { code: 'SYSTEM_UNKNOWN' } });
  });
});
