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
import { type NodeSettings } from './node-settings.js';
import { startPrivateRabbit } from './private-rabbit.js';
import { processesOf } from './stale-node.js';

jest.setTimeout(120_000);

const silent = (): void => undefined;
const root = new URL('../../../../', import.meta.url);

describe('a private RabbitMQ', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'truc-private-'));
  });

  afterEach(() => rm(dir, { recursive: true, force: true }));

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

  it('listens on loopback only, keeps its secrets to its owner, and comes back with its ports and its data', async () => {
    const first = await startPrivateRabbit({ dir, log: silent });
    const broker = await AmqpBroker.open({ url: first.amqpUrl, log: silent });
    await broker.declareHub();
    await broker.declareInbox('h53');
    await broker.publish({ exchange: DELIVER, key: 'h53', body: Buffer.from('x'), messageId: 'm', type: 'edoc' });
    await broker.close();
    const { ports, nodename } = await settings();
    expect(await listeners(Object.values(ports))).toEqual(Object.values(ports).map((port) => `127.0.0.1:${port}`));
    expect((await stat(join(dir, 'node.json'))).mode & 0o777).toBe(0o600);
    await first.stop();
    await first.stop();
    expect(await processesOf(nodename)).toEqual([]);

    const second = await startPrivateRabbit({ dir, log: silent });
    expect({ ...second, stop: 0, kill: 0 }).toEqual({ ...first, stop: 0, kill: 0 });
    const again = await AmqpBroker.open({ url: second.amqpUrl, log: silent });
    expect(await again.inspect(inboxOf('h53'))).toMatchObject({ ready: 1 });
    await again.close();
    await second.kill();
    expect(await processesOf(nodename)).toEqual([]);
  });

  it('takes another port when somebody else has taken its own meanwhile', async () => {
    await (await startPrivateRabbit({ dir, log: silent })).stop();
    const { ports } = await settings();
    const thief = createServer().listen(ports.amqp, '127.0.0.1');
    await once(thief, 'listening');
    const rabbit = await startPrivateRabbit({ dir, log: silent });
    expect((await settings()).ports).toEqual({
      ...ports,
      amqp: expect.not.objectContaining({ valueOf: ports.amqp }) as number,
    });
    expect((await settings()).ports.amqp).not.toBe(ports.amqp);
    await rabbit.stop();
    thief.close();
  });

  it('stops when the process that started it is killed, and is not taken from one that lives', async () => {
    const { pid, gone } = await startElsewhere();
    const starting = startPrivateRabbit({ dir, log: silent });
    await expect(starting).rejects.toMatchObject({
      details: { reason: expect.stringContaining(String(pid)) as string },
    });
    const { nodename } = await settings();
    expect(await processesOf(nodename)).toHaveLength(1);
    process.kill(pid, 'SIGKILL');
    await gone;
    await eventually(async () => expect(await processesOf(nodename)).toEqual([]), { withinMs: 30_000 });
  });

  it('stops what an earlier run left behind, and says so', async () => {
    const { pid, gone } = await startElsewhere();
    process.kill(pid, 'SIGSTOP');
    await rm(join(dir, 'owner'));
    const said: string[] = [];
    const rabbit = await startPrivateRabbit({ dir, log: (line) => said.push(line) });
    expect(said).toEqual([expect.stringContaining('earlier run')]);
    await rabbit.stop();
    process.kill(pid, 'SIGKILL');
    await gone;
  });

  it('says why it did not start', async () => {
    await (await startPrivateRabbit({ dir, log: silent })).stop();
    const kept = await settings();
    await writeFile(
      join(dir, 'node.json'),
      JSON.stringify({ ...kept, username: 'two words = wrong\nno such setting' }),
    );
    const starting = startPrivateRabbit({ dir, log: silent });
    await expect(starting).rejects.toMatchObject({
      code: 'BROKER_AWAY',
      details: { reason: expect.stringContaining('did not start') as string },
    });
  });

  it('is looked for where packages put it before PATH is searched', async () => {
    expect(await findServer({ PATH: '/nowhere' })).toMatch(/^\/usr\/lib\/rabbitmq\//);
  });
});

/** The addresses on which somebody listens at these ports, from the kernel's own list. */
async function listeners(ports: readonly number[]): Promise<string[]> {
  const rows = ((await readFile('/proc/net/tcp', 'utf8')) + (await readFile('/proc/net/tcp6', 'utf8')))
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const listening = rows.filter((row) => row[3] === '0A').map((row) => row[1]!.split(':') as [string, string]);
  return ports.flatMap((port) =>
    listening
      .filter(([, hex]) => parseInt(hex, 16) === port)
      .map(([address]) => `${address === '0100007F' ? '127.0.0.1' : address}:${port}`),
  );
}
