import { AmqpBroker, AmqpFeed, type Broker, BrokerAdmin, type Feed, type Topology } from '#broker';
import { type HubConfig } from '#config';
import { HubStore } from '#store';
import { ArmedFailPoint, type FailPoints, NoFailPoints } from './exchange/fail-points.js';
import { OperatorToken } from './security/operator-token.js';

/** What the hub holds open towards the world for as long as it runs. */
export interface Connections {
  readonly store: HubStore;
  readonly broker: Broker;
  readonly topology: Topology;
  readonly feed: Feed;
  readonly admin: BrokerAdmin;
  readonly operators: OperatorToken;
  readonly failPoints: FailPoints;
}

/** Opens store and broker; what is opened stays the caller's to close. @throws AxisError BROKER_AWAY, STORE_AWAY */
export async function openConnections(config: HubConfig, log: (line: string) => void): Promise<Connections> {
  const { database, broker: address } = config;
  const operators = await OperatorToken.in(config.operatorTokenFile);
  const failPoints = failPointsOf(config.failPoint);
  const store = await HubStore.open({
    url: database.kind === 'sqlite' ? `sqlite:${database.file}` : database.url,
  });
  const admin = adminOf(config);
  const broker = await AmqpBroker.open({ url: address.amqpUrl, name: 'hub', admin, log });
  await broker.declareHub();
  const feed = AmqpFeed.start({ url: address.amqpUrl, name: 'hub', log });
  return { store, broker, topology: broker, feed, admin, operators, failPoints };
}

function adminOf({ broker }: HubConfig): BrokerAdmin {
  const management = new URL(broker.managementUrl);
  const vhost = decodeURIComponent(new URL(broker.amqpUrl).pathname.slice(1));
  return new BrokerAdmin({
    managementUrl: management.origin,
    username: decodeURIComponent(management.username),
    password: decodeURIComponent(management.password),
    vhost: vhost === '' ? '/' : vhost,
  });
}

/** `name:n` dies at the n-th time; without a number at the first. */
function failPointsOf(setting: string | undefined): FailPoints {
  if (setting === undefined) return new NoFailPoints();
  const [point = '', nth = '1'] = setting.split(':');
  return new ArmedFailPoint(point, Number(nth));
}
