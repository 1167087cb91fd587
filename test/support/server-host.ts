/*
 * A process that holds the servers of one test run: a private RabbitMQ and a PostgreSQL, both in one temporary folder. They start with the first
 * request, so that a run which needs none pays for none, and they stop, and the folder goes, when the standard input ends, however the run ended.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivateRabbit } from '#broker';
import { startPostgres } from './postgres.js';
import { type ServerAddresses } from './servers.js';

const folder = await mkdtemp(join(tmpdir(), 'truc-test-'));
await chmod(folder, 0o755);
const stops: (() => Promise<void>)[] = [];
let starting: Promise<ServerAddresses> | undefined;

async function start(): Promise<ServerAddresses> {
  const [rabbit, postgres] = await Promise.all([
    startPrivateRabbit({ dir: join(folder, 'rabbitmq'), log: (line) => console.error(line), env: process.env }),
    startPostgres(join(folder, 'postgres')),
  ]);
  stops.push(rabbit.kill, postgres.stop);
  const { amqpUrl, managementUrl, username, password, vhost } = rabbit;
  return { rabbit: { amqpUrl, managementUrl, username, password, vhost }, postgresAdminUrl: postgres.adminUrl };
}

async function stop(): Promise<void> {
  await starting?.catch(() => undefined);
  await Promise.allSettled(stops.map((end) => end()));
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}

const door = createServer((_request, response) => {
  // Asked once by each file of tests, minutes apart: a connection kept open would be closed here just as it is used again.
  response.setHeader('connection', 'close');
  starting ??= start();
  starting.then(
    (addresses) => response.end(JSON.stringify(addresses)),
    (error: unknown) =>
      response.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
});
door.listen(0, '127.0.0.1', () => console.log((door.address() as AddressInfo).port));

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.stdin.on('end', () => void stop());
process.stdin.resume();
