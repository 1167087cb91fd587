import { Controller, type INestMicroservice, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern } from '@nestjs/microservices';
import { eventually } from '../../../../test/support/eventually.js';
import { freshVhost } from '../../../../test/support/servers.js';
import { AmqpBroker } from '../amqp/amqp-broker.js';
import { type Broker, type IncomingMessage, type Verdict } from '../broker.js';
import { MemoryBroker } from '../memory/memory-broker.js';
import { SUBMIT, type Topology } from '../topology.js';
import { BatchTransport } from './batch-transport.js';

const LIMITS = { size: 10, withinMs: 20, bytes: 1_000_000, inFlight: 1 };
const ROUTES = { edoc: { queue: 'hub.edoc', limits: LIMITS }, receipt: { queue: 'hub.receipt', limits: LIMITS } };

const address = await freshVhost();
const silent = (): void => undefined;
const seen: IncomingMessage[][] = [];
let fails = 0;

@Controller()
class Consumers {
  @EventPattern('edoc')
  takeDocuments(messages: IncomingMessage[]): Promise<Verdict[]> {
    if (fails-- > 0) throw new Error('a bug');
    seen.push(messages);
    return Promise.resolve(messages.map(({ messageId }) => (messageId === 'bad' ? { dead: 'bad' } : 'done')));
  }

  @EventPattern('receipt')
  takeReceipts(messages: IncomingMessage[]): Verdict[] {
    return messages.map(() => 'done');
  }
}

@Controller()
class Documents {
  @EventPattern('edoc')
  take(messages: IncomingMessage[]): Verdict[] {
    return messages.map(() => 'done');
  }
}

@Controller()
class Stranger {
  @EventPattern('unheard-of')
  take(messages: IncomingMessage[]): Verdict[] {
    return messages.map(() => 'done');
  }
}

/** A microservice of these controllers; started by its `listen`. */
function service(broker: Broker, ...controllers: Type[]): Promise<INestMicroservice> {
  class Root {}
  Module({ controllers })(Root);
  return NestFactory.createMicroservice(Root, { strategy: new BatchTransport(broker, ROUTES), logger: false });
}

describe.each([
  ['MemoryBroker', () => Promise.resolve<Broker & Topology>(new MemoryBroker({ log: silent }))],
  ['AmqpBroker', () => AmqpBroker.open({ url: address.amqpUrl, log: silent })],
])('BatchTransport on %s', (_name, open: () => Promise<Broker & Topology>) => {
  let broker: Broker & Topology;
  let app: INestMicroservice;

  beforeEach(async () => {
    seen.length = 0;
    fails = 0;
    broker = await open();
    await broker.declareHub();
    app = await service(broker, Consumers);
    await app.listen();
  });

  afterEach(async () => {
    await app.close();
    await broker.close();
  });

  async function submit(...ids: string[]): Promise<void> {
    const body = Buffer.from('x');
    await Promise.all(
      ids.map((messageId) => broker.publish({ exchange: SUBMIT, key: 'edoc', body, messageId, type: 'edoc' })),
    );
  }

  it('hands a handler whole batches and settles by its verdicts', async () => {
    await submit('a', 'bad', 'b');
    await eventually(() => expect(seen.flat().map(({ messageId }) => messageId)).toEqual(['a', 'bad', 'b']));
    expect(seen[0]).toHaveLength(3);
    await eventually(async () => expect((await broker.inspect('hub.dead'))?.ready).toBe(1));
  });

  it('has everything tried again when the handler throws', async () => {
    fails = 1;
    await submit('a', 'b');
    await eventually(() => expect(seen.flat()).toHaveLength(2));
    expect(seen.flat().every(({ redelivered }) => redelivered)).toBe(true);
  });

  it('stops consuming with the application, and leaves the broker to its owner', async () => {
    await app.close();
    await submit('a');
    expect(await broker.inspect('hub.edoc')).toMatchObject({ consumers: 0 });
    expect(broker.isUp()).toBe(true);
    app = await service(broker, Consumers);
    await app.listen();
    await eventually(() => expect(seen.flat()).toHaveLength(1));
  });
});

describe('BatchTransport refuses to start', () => {
  it.each([
    ['without a handler for a configured pattern', [Documents], /Nobody handles 'receipt'/],
    ['with two handlers for one pattern', [Consumers, Documents], /Two methods handle 'edoc'/],
    ['with a handler for a pattern without a queue', [Consumers, Stranger], /'unheard-of' has no queue/],
  ])('%s', async (_what, controllers, sentence) => {
    const app = await service(new MemoryBroker(), ...controllers);
    await expect(app.listen()).rejects.toThrow(sentence);
    await app.close();
  });
});
