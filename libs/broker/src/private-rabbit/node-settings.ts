import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** What makes one private node this node; kept in `node.json`, so that the same folder brings the same broker back. */
export interface NodeSettings {
  readonly nodename: string;
  readonly username: string;
  readonly password: string;
  readonly cookie: string;
  readonly ports: NodePorts;
}

/** The ports of a node, all on loopback; `epmd` is Erlang's name service, one for this node alone. */
export interface NodePorts {
  readonly amqp: number;
  readonly management: number;
  readonly distribution: number;
  readonly epmd: number;
}

/** The settings kept in the folder, or new ones. A kept port that somebody else has taken meanwhile is replaced by a free one. */
export async function settleNode(dir: string): Promise<NodeSettings> {
  const kept = await readSettings(join(dir, 'node.json'));
  return kept ?? makeSettings();
}

/** Replaces ports that are taken, and writes the settings down. Call it only once no node of this folder runs any more. */
export async function settlePorts(dir: string, settings: NodeSettings): Promise<NodeSettings> {
  const { amqp, management, distribution, epmd } = settings.ports;
  const settled = {
    ...settings,
    ports: {
      amqp: await freePort(amqp),
      management: await freePort(management),
      distribution: await freePort(distribution),
      epmd: await freePort(epmd),
    },
  };
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'node.json'), `${JSON.stringify(settled, null, 2)}\n`, { mode: 0o600 });
  return settled;
}

async function readSettings(file: string): Promise<NodeSettings | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as NodeSettings;
  } catch {
    return undefined;
  }
}

function makeSettings(): NodeSettings {
  return {
    nodename: `truc-${randomBytes(5).toString('hex')}@localhost`,
    username: 'truc',
    password: randomBytes(24).toString('base64url'),
    cookie: randomBytes(24).toString('hex'),
    ports: { amqp: somePort(), management: somePort(), distribution: somePort(), epmd: somePort() },
  };
}

/*
 * Below the range from which the kernel takes the ports of outgoing connections: a client that keeps dialling a port of that range on
 * loopback while nobody listens may end up connected to itself, and so keep the broker from coming back on it.
 */
function somePort(): number {
  return randomInt(20_000, 32_000);
}

async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; ; port = somePort()) if (await isFree(port)) return port;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
