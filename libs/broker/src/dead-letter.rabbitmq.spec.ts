import { randomBytes } from 'node:crypto';
import { eventually } from '../../../test/support/eventually.js';
import { freshVhost, type RabbitAddress, uniqueSystem } from '../../../test/support/servers.js';
import { BrokerAdmin } from './admin/broker-admin.js';
import { AmqpBroker } from './amqp/amqp-broker.js';
import { type IncomingMessage, type OutgoingMessage } from './broker.js';
import { userOfDeadLetter } from './dead-letter.js';
import { DEAD, DEAD_QUEUE, SUBMIT, USER_HEADER } from './topology.js';

const LIMITS = { size: 10, withinMs: 5, bytes: 1_000_000, inFlight: 1 };
const silent = (): void => undefined;
const BODY = Buffer.from('<edoc/>');

/** What a sender could write to pass its letter off as the hub's, or as another's. */
const FORGERIES: [string, Readonly<Record<string, unknown>>][] = [
  ['nothing more', {}],
  ['no list for x-death', { 'x-death': 'none' }],
  ['an empty list for x-death', { 'x-death': [] }],
  [
    'a death of its own',
    { 'x-death': [{ queue: 'inbox.h53', reason: 'rejected' }], 'x-first-death-queue': 'inbox.h53' },
  ],
  ['further routing keys', { CC: ['truc.dead', 'hub.dead'], 'x-truc-queue': 'hub.status' }],
];

describe('dead letters that RabbitMQ moves itself', () => {
  const system = uniqueSystem('g22');
  const opened: AmqpBroker[] = [];
  let rabbit: RabbitAddress;
  let admin: BrokerAdmin;
  let systemUrl: string;

  const open = async (url: string, userId?: string): Promise<AmqpBroker> => {
    const broker = await AmqpBroker.open({ url, userId, log: silent });
    opened.push(broker);
    return broker;
  };
  const sent = (messageId: string, more: object): OutgoingMessage => {
    const headers = { [USER_HEADER]: 'h53', ...more } as OutgoingMessage['headers'];
    return { exchange: SUBMIT, key: 'edoc', body: BODY, messageId, type: 'edoc', headers };
  };
  const dead: IncomingMessage[] = [];

  beforeAll(async () => {
    rabbit = await freshVhost();
    admin = new BrokerAdmin(rabbit);
    const hub = await open(rabbit.amqpUrl);
    await hub.declareHub();
    const secret = randomBytes(16).toString('hex');
    await admin.putUser(system, secret);
    await admin.grantSystem(system);
    const url = new URL(rabbit.amqpUrl);
    url.username = system;
    url.password = secret;
    systemUrl = url.href;
    // A broker that states its user may write no dead letters: it rejects, and RabbitMQ moves the message.
    const rejecting = await open(rabbit.amqpUrl, rabbit.username);
    await rejecting.consume('hub.edoc', LIMITS, (batch) => Promise.resolve(batch.map(() => ({ dead: 'rejected' }))));
    await hub.consume(DEAD_QUEUE, LIMITS, (batch) => {
      dead.push(...batch);
      return Promise.resolve(batch.map(() => 'done'));
    });
  });

  afterAll(async () => {
    await Promise.all(opened.map((broker) => broker.close()));
    await admin.deleteUser(system);
    await admin.deleteVhost(rabbit.vhost);
  });

  it.each(FORGERIES)(
    'are nobody’s when the sender stated no user, though its headers name one and hold %s',
    async (what, more) => {
      const sender = await open(systemUrl);
      await sender.publish(sent(what, more));
      const letter = await eventually(
        () => (expect(dead.map(({ messageId }) => messageId)).toContain(what), dead.at(-1)!),
      );
      expect(letter).toMatchObject({ key: 'hub.edoc', headers: { [USER_HEADER]: 'h53' } });
      expect(userOfDeadLetter(letter)).toBeUndefined();
    },
  );

  it('are of the user that RabbitMQ checked when the sender stated it', async () => {
    const sender = await open(systemUrl, system);
    await sender.publish(sent('stated', {}));
    const letter = await eventually(() => (expect(dead.at(-1)?.messageId).toBe('stated'), dead.at(-1)!));
    expect(userOfDeadLetter(letter)).toBe(system);
  });

  it('cannot be written by a system', async () => {
    const sender = await open(systemUrl);
    const count = dead.length;
    await expect(sender.publish({ ...sent('direct', {}), exchange: DEAD, key: 'hub.edoc' })).rejects.toThrow();
    expect(dead).toHaveLength(count);
  });
});
