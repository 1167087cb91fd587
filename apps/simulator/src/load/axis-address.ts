import { readFile } from 'node:fs/promises';
import { AmqpBroker, type Broker } from '#broker';
import { type CliConfig, hubPlaces } from '#config';
import { HubClient } from '#wire';
import { EXIT, LoadFailure, words } from './words.js';

/** Where the running axis is, as a run is told by its environment. */
export interface AxisAddress {
  readonly hub: HubClient;
  readonly connect: (system: string, secret: string) => Promise<Broker>;
}

/** Documents that come due while RabbitMQ is away stand in line for so long before they are tried anew. */
const WAITS_MS = 30_000;

const REMEDY = words(
  'Khởi động trục bằng ./truc up rồi chạy ./truc load.',
  'Start the axis with ./truc up, then run ./truc load.',
);

/** Finds the axis. Throws LoadFailure, exit code 4, when none runs here; UnreachableError when the hub does not answer. */
export async function findAxis({ dataFolder, hubUrl, broker }: CliConfig): Promise<AxisAddress> {
  const file = hubPlaces(dataFolder).operatorTokenFile;
  const token = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (token === '' || broker === undefined) {
    const cause = words(`Không có trục nào chạy với ${dataFolder}.`, `No axis runs on ${dataFolder}.`);
    throw new LoadFailure(cause, REMEDY, EXIT.unreachable);
  }
  const hub = new HubClient({ url: hubUrl, credentials: { token } });
  const { status } = await hub.health();
  if (status !== 'ok') {
    const cause = words(`Trục chưa sẵn sàng: ${status}.`, `The axis is not well: ${status}.`);
    throw new LoadFailure(cause, words('Xem ./truc doctor.', 'See ./truc doctor.'), EXIT.unreachable);
  }
  return { hub, connect: (system, secret) => connectAs(broker.amqpUrl, system, secret) };
}

function connectAs(amqpUrl: string, system: string, secret: string): Promise<Broker> {
  const url = new URL(amqpUrl);
  url.username = system;
  url.password = encodeURIComponent(secret);
  return AmqpBroker.open({
    url: url.href,
    name: `load ${system}`,
    userId: system,
    waitForBrokerMs: WAITS_MS,
    log: sayOutages,
  });
}

/** Eighteen connections that come about as they should are nothing to tell. */
function sayOutages(line: string): void {
  if (!line.endsWith('connected to RabbitMQ.')) process.stderr.write(`${line}\n`);
}
