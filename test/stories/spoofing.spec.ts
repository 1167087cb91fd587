import { connect, type ChannelModel } from 'amqplib';
import { randomUUID } from 'node:crypto';
import { writeDocument } from '#edxml';
import { HubClient } from '#wire';
import { StoryAxis } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { sampleDocument } from '../support/sample-document.js';
import { uniqueSystem } from '../support/servers.js';

const OWN = '000.00.00.H53';
const OTHER = '000.00.00.G22';

/* A vendor's system with a valid account of its own, using the broker by hand. */
describe('a system that pretends', () => {
  let axis: StoryAxis;
  let own: { name: string; amqpUrl: string; secret: string };
  let other: { name: string };
  let connection: ChannelModel;

  beforeAll(async () => {
    axis = await StoryAxis.open('SQLite');
    const [name, otherName] = [uniqueSystem('h53'), uniqueSystem('g22')];
    own = { name, ...(await axis.enrol(name, [OWN])) };
    other = { name: otherName, ...(await axis.enrol(otherName, [OTHER])) };
  }, 60_000);
  afterAll(() => axis.close());
  beforeEach(async () => {
    connection = await connect(own.amqpUrl);
    connection.on('error', () => undefined);
  });
  afterEach(() => connection.close().catch(() => undefined));

  const edoc = (from: string, number: string): Buffer =>
    writeDocument(sampleDocument({ from, to: ['000.00.00.G14'], number }));

  /** What the broker says when it closes the channel on `attempt`. */
  async function refusalOf(
    attempt: (channel: Awaited<ReturnType<ChannelModel['createConfirmChannel']>>) => unknown,
  ): Promise<string> {
    const channel = await connection.createConfirmChannel();
    const closed = new Promise<string>((resolve) => channel.on('error', (error) => resolve(error.message)));
    await Promise.resolve(attempt(channel)).catch(() => undefined);
    return closed;
  }

  it('cannot publish in another system’s name', async () => {
    const said = await refusalOf((channel) =>
      channel.publish('truc.submit', 'edoc', edoc(OTHER, '01'), {
        userId: other.name,
        messageId: randomUUID(),
        type: 'edoc',
      }),
    );
    expect(said).toContain('PRECONDITION_FAILED');
    expect((await axis.hub.totals()).sent).toBe(0);
  });

  it.each([
    ['without saying who it is', OWN, undefined, 'SENDER_UNVERIFIED'],
    ['for an agency of another system', OTHER, 'own', 'SENDER_FOREIGN'],
  ])('gets a document refused and recorded when it publishes %s', async (_, from, user, code) => {
    const channel = await connection.createConfirmChannel();
    const messageId = randomUUID();
    const options = { messageId, type: 'edoc', ...(user === undefined ? {} : { userId: own.name }) };
    channel.publish('truc.submit', 'edoc', edoc(from, '02'), options);
    await channel.waitForConfirms();
    await eventually(async () => {
      const { items } = await axis.hub.refusals();
      return items.some((item) => item['submissionKey'] === messageId && item.code === code);
    });
    expect((await axis.hub.totals()).sent).toBe(0);
  });

  it('cannot put anything into another system’s inbox', async () => {
    expect(
      await refusalOf((channel) => channel.publish('truc.deliver', other.name, Buffer.from('x'), { userId: own.name })),
    ).toContain('ACCESS_REFUSED');
    expect(
      await refusalOf((channel) => channel.sendToQueue(`inbox.${other.name}`, Buffer.from('x'), { userId: own.name })),
    ).toContain('ACCESS_REFUSED');
  });

  it('cannot read another system’s inbox', async () => {
    expect(await refusalOf((channel) => channel.consume(`inbox.${other.name}`, () => undefined))).toContain(
      'ACCESS_REFUSED',
    );
  });

  it('cannot declare a queue, not even its own inbox', async () => {
    expect(await refusalOf((channel) => channel.assertQueue(`inbox.${own.name}`))).toContain('ACCESS_REFUSED');
    expect(await refusalOf((channel) => channel.assertQueue('mine'))).toContain('ACCESS_REFUSED');
  });

  it('gets a forged receipt for another system’s delivery counted nowhere', async () => {
    const before = await axis.hub.totals();
    const channel = await connection.createConfirmChannel();
    const http = new HubClient({ url: axis.hubUrl, credentials: { system: own.name, secret: own.secret } });
    const edxml = writeDocument(sampleDocument({ from: OWN, to: [OTHER], number: '03' }));
    const { documentId } = await http.submit(edxml, { key: randomUUID() });
    const receipts = [{ documentId, recipients: [OTHER], at: new Date().toISOString() }];
    const options = { userId: own.name, messageId: randomUUID(), type: 'receipt' };
    channel.publish('truc.submit', 'receipt', Buffer.from(JSON.stringify({ receipts })), options);
    await channel.waitForConfirms();
    // A document of its own that is refused afterwards shows that the receipt before it has been dealt with.
    const key = randomUUID();
    channel.publish('truc.submit', 'receipt', Buffer.from('not JSON'), { ...options, messageId: key });
    await channel.waitForConfirms();
    await eventually(async () => (await axis.hub.refusals()).items.some((item) => item['submissionKey'] === key));
    expect((await axis.hub.totals()).received).toBe(before.received);
  });
});
