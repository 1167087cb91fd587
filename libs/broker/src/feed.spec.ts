import { connect } from 'amqplib';
import { eventually } from '../../../test/support/eventually.js';
import { freshVhost } from '../../../test/support/servers.js';
import { AmqpFeed } from './amqp/amqp-feed.js';
import { FEED } from './feed.js';
import { feedContract } from './feed.contract.js';
import { MAX_MESSAGE_BYTES } from './topology.js';
import { MemoryFeed } from './memory/memory-feed.js';

const silent = (): void => undefined;
const address = await freshVhost();

async function onRabbit(count: number): Promise<AmqpFeed[]> {
  const feeds = Array.from({ length: count }, () =>
    AmqpFeed.start({ url: address.amqpUrl, name: 'test', log: silent }),
  );
  await eventually(() => expect(feeds.map((feed) => feed.isUp())).not.toContain(false));
  return feeds;
}

feedContract('MemoryFeed', (count) => {
  const first = new MemoryFeed();
  return Promise.resolve([first, ...Array.from({ length: count - 1 }, () => first.another())]);
});

feedContract('AmqpFeed', onRabbit);

describe('AmqpFeed', () => {
  it('drops what is too much, and what is said while it lets go', async () => {
    const [one, other] = await onRabbit(2);
    const heard: string[] = [];
    other?.hear('tin', (words) => heard.push(words.toString()));
    one?.say('tin', Buffer.alloc(MAX_MESSAGE_BYTES + 1));
    one?.say('tin', Buffer.from('vừa'));
    await eventually(() => expect(heard).toEqual(['vừa']));
    const closing = one?.close();
    one?.say('tin', Buffer.from('muộn'));
    await closing;
    one?.say('tin', Buffer.from('muộn'));
    await other?.close();
  });

  it('goes on by itself when its channel is closed under it', async () => {
    const [one, other] = await onRabbit(2);
    const heard: string[] = [];
    other?.hear('tin', (words) => heard.push(words.toString()));
    const connection = await connect(address.amqpUrl);
    await (await connection.createChannel()).deleteExchange(FEED);
    await connection.close();
    // What is said into an exchange that is not there closes the channel; both bind anew once it is declared again.
    one?.say('tin', Buffer.from('vào chỗ không có'));
    await eventually(() => expect(one?.isUp()).toBe(false));
    await eventually(() => {
      one?.say('tin', Buffer.from('lại nói'));
      other?.say('tin', Buffer.from('cũng vậy'));
      expect(heard).toContain('lại nói');
    });
    await Promise.all([one?.close(), other?.close()]);
  });
});
