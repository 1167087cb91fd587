import { join } from 'node:path';
import { type Broker, BrokerAdmin, MemoryFeed, type Topology } from '#broker';
import { type HubStore } from '#store';
import { type Connections } from '../../apps/hub/src/connections.js';
import { type FailPoints, NoFailPoints } from '../../apps/hub/src/exchange/fail-points.js';
import { OperatorToken } from '../../apps/hub/src/security/operator-token.js';

/** What a hub within a test holds open: this store and this broker, the operators' token in the folder, and a management interface that nobody answers at unless one is given. */
export async function hubConnections(
  folder: string,
  given: {
    readonly store: HubStore;
    readonly broker: Broker & Topology;
    readonly admin?: BrokerAdmin;
    readonly failPoints?: FailPoints;
  },
): Promise<Connections> {
  return {
    topology: given.broker,
    feed: new MemoryFeed(),
    admin: new BrokerAdmin({ managementUrl: 'http://127.0.0.1:1', username: '', password: '', vhost: '/' }),
    operators: await OperatorToken.in(join(folder, 'operator-token')),
    failPoints: new NoFailPoints(),
    ...given,
  };
}
