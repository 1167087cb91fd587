import { randomBytes, randomInt } from 'node:crypto';
import pg from 'pg';
import { BrokerAdmin } from '#broker';

/** Where the RabbitMQ of this test run answers; its user may do everything. */
export interface RabbitAddress {
  readonly amqpUrl: string;
  readonly managementUrl: string;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
}

/** Where the servers of this test run answer. */
export interface ServerAddresses {
  readonly rabbit: RabbitAddress;
  readonly postgresAdminUrl: string;
}

/* Importing this module starts the servers, once for the whole run (about 6 s), before the first test's clock runs. */
const servers = await askForServers();

/** The RabbitMQ of this test run. All tests share it: use unique names for systems and queues. */
export function rabbit(): RabbitAddress {
  return servers.rabbit;
}

/** Makes a fresh, empty vhost on the RabbitMQ of this run, for tests that need `hub.*` queues of their own. Users are still global. */
export async function freshVhost(): Promise<RabbitAddress> {
  const vhost = `test-${randomBytes(6).toString('hex')}`;
  await new BrokerAdmin(servers.rabbit).createVhost(vhost);
  return { ...servers.rabbit, vhost, amqpUrl: servers.rabbit.amqpUrl.replace(/\/%2F$/, `/${vhost}`) };
}

/** Makes a fresh, empty PostgreSQL database and returns its URL. */
export async function postgresUrl(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: servers.postgresAdminUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  return servers.postgresAdminUrl.replace(/\/postgres$/, `/${name}`);
}

/** A system's name that nobody else in this run uses: `uniqueSystem('h53')` → `h53-4k3x9w`. */
export function uniqueSystem(prefix: string): string {
  return `${prefix}-${randomInt(36 ** 5, 36 ** 6).toString(36)}`;
}

async function askForServers(): Promise<ServerAddresses> {
  const response = await fetch(String(process.env['TRUC_TEST_SERVERS']));
  if (!response.ok) throw new Error(`The test servers did not start. ${await response.text()}`);
  return (await response.json()) as ServerAddresses;
}
