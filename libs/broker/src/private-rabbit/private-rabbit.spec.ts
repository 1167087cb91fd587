import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.js';
import { AmqpBroker } from '../amqp/amqp-broker.js';
import { DELIVER, inboxOf } from '../topology.js';
import { findServer } from './installation.js';
import { type NodeSettings, settleNode, settlePorts } from './node-settings.js';
import { type PrivateRabbit, startPrivateRabbit } from './private-rabbit.js';
import { processesOf } from './stale-node.js';

jest.setTimeout(120_000);

const silent = (): void => undefined;
const root = new URL('../../../../', import.meta.url);

describe('a private RabbitMQ', () => {
  let dir: string;
  const started: PrivateRabbit[] = [];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'truc-private-'));
  });

  afterEach(async () => {
    await Promise.all(started.splice(0).map((rabbit) => rabbit.kill()));
    await rm(dir, { recursive: true, force: true });
  });

  async function start(log: (line: string) => void = silent): Promise<PrivateRabbit> {
    const rabbit = await startPrivateRabbit({ dir, log });
    started.push(rabbit);
    return rabbit;
  }

  async function settings(): Promise<NodeSettings> {
    return JSON.parse(await readFile(join(dir, 'node.json'), 'utf8')) as NodeSettings;
  }

  /** Starts it from a process of its own, as a program would; resolves when it is up. */
  async function startElsewhere(): Promise<{ pid: number; gone: Promise<unknown> }> {
    const program = `import { startPrivateRabbit } from '#broker';
      await startPrivateRabbit({ dir: ${JSON.stringify(dir)}, log: () => undefined });
      console.log('up');
      setInterval(() => undefined, 1000);`;
    const file = new URL(`test/support/starts-${process.pid}.ts`, root);
    await writeFile(file, program);
    const args = ['--no-warnings', '--import', './test/support/typescript.mjs', file.pathname];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = once(child, 'exit');
    await once(child.stdout, 'data');
    await rm(file);
    return { pid: child.pid!, gone };
  }

  it('listens on loopback only, keeps its secrets, and comes back with its data on its ports, but for one that was taken', async () => {
    const first = await start();
    const broker = await AmqpBroker.open({ url: first.amqpUrl, log: silent });
    await broker.declareHub();
    await broker.declareInbox('h53');
    await broker.publish({ exchange: DELIVER, key: 'h53', body: Buffer.from('x'), messageId: 'm', type: 'edoc' });
    await broker.close();
    const { ports, nodename } = await settings();
    const heard = await listeners(Object.values(ports));
    expect(heard.filter(({ address }) => !LOOPBACK.includes(address))).toEqual([]);
    expect(new Set(heard.map(({ port }) => port))).toEqual(new Set(Object.values(ports)));
    expect((await stat(join(dir, 'node.json'))).mode & 0o777).toBe(0o600);
    await first.stop();
    await first.stop();
    expect(await processesOf(nodename)).toEqual([]);

    const thief = createServer().listen(ports.management, '127.0.0.1');
    await once(thief, 'listening');
    const second = await start();
    expect(second.amqpUrl).toBe(first.amqpUrl);
    expect(second.managementUrl).not.toBe(first.managementUrl);
    const again = await AmqpBroker.open({ url: second.amqpUrl, log: silent });
    expect(await again.inspect(inboxOf('h53'))).toMatchObject({ ready: 1 });
    await again.close();
    await second.kill();
    expect(await processesOf(nodename)).toEqual([]);
    thief.close();
  });

  it('is not taken from a process that lives, but stopped when an earlier run left it behind', async () => {
    const { pid, gone } = await startElsewhere();
    await expect(start()).rejects.toMatchObject({
      details: { reason: expect.stringContaining(String(pid)) as string },
    });
    process.kill(pid, 'SIGSTOP');
    await rm(join(dir, 'owner'));
    const said: string[] = [];
    await start((line) => said.push(line));
    expect(said).toEqual([expect.stringContaining('earlier run')]);
    process.kill(pid, 'SIGKILL');
    await gone;
  });

  it('stops when the process that started it is killed', async () => {
    const { pid, gone } = await startElsewhere();
    const { nodename } = await settings();
    expect(await processesOf(nodename)).toHaveLength(1);
    process.kill(pid, 'SIGKILL');
    await gone;
    await eventually(async () => expect(await processesOf(nodename)).toEqual([]), { withinMs: 30_000 });
  });

  it('says why it did not start', async () => {
    await settlePorts(dir, { ...(await settleNode(dir)), username: 'two words = wrong\nno such setting' });
    await expect(start()).rejects.toMatchObject({
      code: 'BROKER_AWAY',
      details: { reason: expect.stringContaining('did not start') as string },
    });
  });

  it('is looked for where packages put it before PATH is searched', async () => {
    expect(await findServer({ PATH: '/nowhere' })).toMatch(/^\/usr\/lib\/rabbitmq\//);
  });
});

/** 127.0.0.1 and ::1 as the kernel writes them. */
const LOOPBACK = ['0100007F', '00000000000000000000000001000000'];

/** On which addresses somebody listens at these ports, from the kernel's own list (proc(5), net/tcp). */
async function listeners(ports: readonly number[]): Promise<{ address: string; port: number }[]> {
  const lists = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')));
  const rows = lists.flatMap((list) => list.split('\n')).map((line) => line.trim().split(/\s+/));
  return rows
    .filter((row) => row[3] === '0A')
    .map((row) => ({ address: row[1]!.split(':')[0]!, port: parseInt(row[1]!.split(':')[1]!, 16) }))
    .filter(({ port }) => ports.includes(port));
}
