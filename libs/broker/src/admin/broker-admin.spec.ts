import { eventually } from '../../../../test/support/eventually.js';
import { freshVhost, uniqueSystem } from '../../../../test/support/servers.js';
import { AmqpBroker } from '../amqp/amqp-broker.js';
import { type OutgoingMessage } from '../broker.js';
import { DEAD, DELIVER, inboxOf, SUBMIT, urgentInboxOf } from '../topology.js';
import { BrokerAdmin } from './broker-admin.js';

const silent = (): void => undefined;
const LIMITS = { size: 10, withinMs: 5, bytes: 1_000_000, inFlight: 1 };
const address = await freshVhost();
const admin = new BrokerAdmin(address);

/** The broker as a system sees it. */
function asSystem(name: string, over: { userId?: string | undefined } = { userId: name }): Promise<AmqpBroker> {
  const url = new URL(address.amqpUrl);
  url.username = name;
  url.password = `secret of ${name}`;
  return AmqpBroker.open({ url: url.href, log: silent, ...over }, 2000);
}

function message(over: Partial<OutgoingMessage>): OutgoingMessage {
  return { exchange: SUBMIT, key: 'edoc', body: Buffer.from('x'), messageId: 'm', type: 'edoc', ...over };
}

/** What RabbitMQ answers when it refuses: by number, inside the outage that the refused publisher sees. */
function refused(code: number): object {
  return { code: 'BROKER_AWAY', details: { reason: expect.stringContaining(String(code)) as string } };
}

describe('the rights of a system', () => {
  let hub: AmqpBroker;
  let mine: string;
  let other: string;

  beforeAll(async () => {
    hub = await AmqpBroker.open({ url: address.amqpUrl, log: silent });
    await hub.declareHub();
    mine = uniqueSystem('h53.bc');
    other = mine.replace('.', '-');
    for (const name of [mine, other]) {
      await hub.declareInbox(name);
      await admin.putUser(name, `secret of ${name}`);
      await admin.grantSystem(name);
    }
  });

  afterAll(async () => {
    await admin.deleteUser(mine);
    await admin.deleteUser(other);
    await hub.close();
  });

  it('it submits under its own name, and the hub sees the name', async () => {
    const system = await asSystem(mine);
    await system.publish(message({ messageId: 'own' }));
    const users: (string | undefined)[] = [];
    const subscription = await hub.consume('hub.edoc', LIMITS, (batch) => {
      users.push(...batch.map(({ userId }) => userId));
      return Promise.resolve(batch.map(() => 'done'));
    });
    await eventually(() => expect(users).toEqual([mine]));
    await subscription.close();
    await system.close();
  });

  it('it reads both its inboxes, and what it cannot handle reaches the dead letters though it may not write there', async () => {
    await hub.publish(message({ exchange: DELIVER, key: mine, bcc: [`${mine}.urgent`] }));
    const system = await asSystem(mine);
    for (const queue of [inboxOf(mine), urgentInboxOf(mine)]) {
      await system.consume(queue, LIMITS, (batch) => Promise.resolve(batch.map(() => ({ dead: 'không đọc được' }))));
    }
    await eventually(async () => expect(await hub.inspect('hub.dead')).toMatchObject({ ready: 2 }));
    await system.close();
  });

  it('it cannot speak in the name of another', async () => {
    const system = await asSystem(mine, { userId: other });
    await expect(system.publish(message({}))).rejects.toMatchObject(refused(406));
    await system.close();
  });

  it.each([
    ['into an inbox', DELIVER, () => other],
    ['into the dead letters', DEAD, () => 'x'],
    ['straight into a queue', '', () => 'hub.edoc'],
    ['straight into an inbox', '', () => inboxOf(other)],
  ])('it cannot publish %s', async (_what, exchange, key) => {
    const system = await asSystem(mine);
    await expect(system.publish(message({ exchange, key: key() }))).rejects.toMatchObject(refused(403));
    await system.close();
  });

  it('it cannot read the inbox of another, not even of one whose name looks alike, nor a queue of the hub', async () => {
    const system = await asSystem(mine);
    for (const queue of [inboxOf(other), urgentInboxOf(other), 'hub.edoc', 'hub.dead', `${inboxOf(mine)}.b`]) {
      await hub.declareInbox(`${mine}.b`);
      const consuming = system.consume(queue, LIMITS, () => Promise.resolve([]));
      await expect(consuming).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await hub.deleteInbox(`${mine}.b`);
    await system.close();
  });

  it('it cannot make or delete a queue or an exchange', async () => {
    const system = await asSystem(mine);
    await expect(system.declareInbox(mine)).rejects.toMatchObject({ code: 403 });
    await expect(system.declareInbox('new')).rejects.toMatchObject({ code: 403 });
    await expect(system.deleteInbox(mine)).rejects.toMatchObject({ code: 403 });
    await expect(system.declareHub()).rejects.toMatchObject({ code: 403 });
    await system.close();
  });

  it('it may do nothing before its rights are granted, and nothing once it is deleted', async () => {
    const name = uniqueSystem('new');
    await admin.putUser(name, `secret of ${name}`);
    await expect(asSystem(name)).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    await admin.grantSystem(name);
    const system = await asSystem(name);
    await admin.deleteUser(name);
    await admin.deleteUser(name);
    await eventually(() => expect(system.isUp()).toBe(false));
    await system.close();
  });

  it('a new secret replaces the old one', async () => {
    const name = uniqueSystem('secret');
    await admin.putUser(name, 'old');
    await admin.putUser(name, `secret of ${name}`);
    await admin.grantSystem(name);
    await (await asSystem(name)).close();
    await admin.deleteUser(name);
  });

  it('it is cut off and kept out while its rights are revoked, and comes back by itself with the same secret', async () => {
    const system = await asSystem(mine);
    await admin.revokeSystem(mine);
    await admin.revokeSystem(mine);
    await eventually(() => expect(system.isUp()).toBe(false));
    const reason: unknown = expect.stringContaining('ConnectionClose');
    await expect(asSystem(mine)).rejects.toMatchObject({ code: 'BROKER_AWAY', details: { reason } });
    expect(system.isUp()).toBe(false);
    await admin.grantSystem(mine);
    await eventually(() => expect(system.isUp()).toBe(true));
    await system.publish(message({ messageId: 'back' }));
    await system.close();
  });

  it('revoking what a user that does not exist may do is harmless', async () => {
    await expect(admin.revokeSystem(uniqueSystem('nobody'))).resolves.toBeUndefined();
  });
});

it('RabbitMQ tells its version, and its clock to the second', async () => {
  const asked = Date.now();
  const { version, at } = await admin.about();
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  // Cut to the second, and its web server looks at the clock once a second.
  expect(at).toBeGreaterThan(asked - 2_500);
  expect(at).toBeLessThanOrEqual(Date.now());
  await expect(new BrokerAdmin({ ...address, password: 'wrong' }).about()).rejects.toMatchObject({
    code: 'BROKER_AWAY',
  });
});

describe('the list of queues', () => {
  it('shows messages, consumers and what is in their hands', async () => {
    const hub = await AmqpBroker.open({ url: address.amqpUrl, log: silent });
    const system = uniqueSystem('list');
    await hub.declareHub();
    await hub.declareInbox(system);
    await hub.publish(message({ exchange: DELIVER, key: system }));
    await hub.publish(message({ exchange: DELIVER, key: `${system}.urgent` }));
    let release!: () => void;
    await hub.consume(inboxOf(system), LIMITS, async (batch) => {
      await new Promise<void>((resolve) => (release = resolve));
      return batch.map(() => 'done');
    });
    const find = async (name: string): Promise<unknown> =>
      (await admin.listQueues()).find((queue) => queue.name === name);
    await eventually(
      async () => {
        expect(await find(inboxOf(system))).toEqual({
          name: inboxOf(system),
          messages: 1,
          consumers: 1,
          unacknowledged: 1,
        });
        expect(await find(urgentInboxOf(system))).toMatchObject({ messages: 1, consumers: 0, unacknowledged: 0 });
      },
      { withinMs: 20_000 },
    );
    release();
    await admin.deleteQueue(urgentInboxOf(system));
    await admin.deleteQueue(urgentInboxOf(system));
    expect(await hub.inspect(urgentInboxOf(system))).toBeUndefined();
    await hub.close();
  });

  it('shows nothing of a message that went through and came back', async () => {
    const hub = await AmqpBroker.open({ url: address.amqpUrl, log: silent });
    const before = (await admin.listQueues()).map(({ name }) => name);
    await hub.roundTrip();
    expect((await admin.listQueues()).map(({ name }) => name)).toEqual(before);
    await hub.close();
  });

  it('says that the broker is away when the management interface does not answer', async () => {
    const nowhere = new BrokerAdmin({ ...address, managementUrl: 'http://127.0.0.1:9' });
    await expect(nowhere.listQueues()).rejects.toMatchObject({ code: 'BROKER_AWAY' });
    const stranger = new BrokerAdmin({ ...address, password: 'wrong' });
    await expect(stranger.listQueues()).rejects.toMatchObject({ code: 'BROKER_AWAY' });
  });
});
