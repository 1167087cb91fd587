import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BrokerAdmin, inboxOf, type PrivateRabbit, startPrivateRabbit } from '#broker';
import { writeDocument } from '#edxml';
import { HubClient } from '#wire';
import { StoryAxis, type StoryDatabase } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { sampleDocument } from '../support/sample-document.js';
import { uniqueSystem } from '../support/servers.js';
import { LoadingSystem, STORY_DOCUMENTS } from './load.js';
import { expectNothingLostNothingTwice } from './reckoning.js';

const SENDER = '000.00.00.G22';
const [PROVINCE, MINISTRY] = ['000.00.00.H53', '000.00.00.G14'] as const;
/** How long RabbitMQ is away in this story; the one place where time itself is the subject. */
const AWAY_MS = 10_000;
const RESUMES_WITHIN_MS = 5_000;

describe.each<StoryDatabase>(['SQLite', 'PostgreSQL'])('an axis on %s whose broker dies', (database) => {
  let folder: string;
  let rabbit: PrivateRabbit;
  let axis: StoryAxis;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-story-broker-'));
    rabbit = await startPrivateRabbit({ dir: folder, log: () => undefined, env: process.env });
    axis = await StoryAxis.open(database, rabbit);
  }, 90_000);
  afterAll(async () => {
    await axis.close();
    await rabbit.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'goes on by itself, and after the loss of an inbox, with nothing lost and nothing twice',
    async () => {
      const [province, ministry, sender] = [uniqueSystem('h53'), uniqueSystem('g14'), uniqueSystem('g22')];
      await axis.addSystem(province, [PROVINCE]);
      await axis.addSystem(ministry, [MINISTRY]);
      const { amqpUrl, secret } = await axis.enrol(sender, [SENDER]);
      const load = await LoadingSystem.open(amqpUrl, sender, { sender: SENDER, recipients: [PROVINCE, MINISTRY] });
      const third = Math.floor(STORY_DOCUMENTS / 3);
      const received = async (): Promise<number> => (await axis.hub.totals()).received;

      const sending = load.send(1, third);
      await eventually(async () => (await received()) > 0, { withinMs: 30_000 });
      await rabbit.kill();
      const meanwhile = load.send(third + 1, 2 * third);
      const overHttp = await new HubClient({
        url: axis.hubUrl,
        credentials: { system: sender, secret },
      }).submit(writeDocument(sampleDocument({ from: SENDER, to: [PROVINCE], number: 'HTTP' })), { key: 'over-http' });
      expect(overHttp).toMatchObject({ repeated: false, recipients: [{ code: PROVINCE, outcome: 'accepted' }] });
      await pause(AWAY_MS);
      const before = await received();
      rabbit = await startPrivateRabbit({ dir: folder, log: () => undefined, env: process.env });
      await eventually(async () => (await received()) > before, { withinMs: RESUMES_WITHIN_MS });

      await Promise.all([sending, meanwhile]);
      const admin = new BrokerAdmin(rabbit);
      const last = load.send(2 * third + 1, STORY_DOCUMENTS);
      await admin.deleteQueue(inboxOf(province));
      await last;
      await load.close();

      const numbers = Array.from({ length: STORY_DOCUMENTS }, (_, index) => index + 1);
      const inboxOfAgency = (agency: string): number =>
        numbers.filter((number) => load.recipientsOf(number).includes(agency)).length;
      await expectNothingLostNothingTwice(axis, {
        sent: STORY_DOCUMENTS + 1,
        received: load.deliveriesOf(1, STORY_DOCUMENTS) + 1,
        inboxes: { [province]: inboxOfAgency(PROVINCE) + 1, [ministry]: inboxOfAgency(MINISTRY) },
      });
    },
    15 * 60_000,
  );

  it('answers who hands in over HTTP what is committed, though RabbitMQ is short of memory and takes nothing', async () => {
    const [sender, ward] = [uniqueSystem('h01'), uniqueSystem('h02')];
    const { secret } = await axis.enrol(sender, ['000.00.00.H01']);
    await axis.addSystem(ward, ['000.00.00.H02']);
    const hub = new HubClient({ url: axis.hubUrl, credentials: { system: sender, secret } });
    const submit = (number: string): Promise<unknown> =>
      hub.submit(
        writeDocument(sampleDocument({ from: '000.00.00.H01', to: ['000.00.00.H02'], number, notation: 'BLOCKED' })),
        { key: number },
      );
    const before = await axis.hub.totals();
    await rabbit.limitMemory(0.00001);
    // RabbitMQ tells a publisher only when it publishes.
    for (const number of ['01', '02', '03']) await submit(number);
    expect((await axis.hub.totals()).sent).toBe(before.sent + 3);
    expect((await axis.hub.totals()).received).toBe(before.received);
    await rabbit.limitMemory(0.4);
    await eventually(async () => (await axis.hub.totals()).received === before.received + 3, { withinMs: 60_000 });
  }, 120_000);
});
