import { join } from 'node:path';
import { type Broker, BrokerAdmin, MemoryFeed, type Topology } from '#broker';
import { type HubStore } from '#store';
import { type Connections } from '../../apps/hub/src/connections.js';
import { type FailPoints, NoFailPoints } from '../../apps/hub/src/exchange/fail-points.js';
import { OperatorToken } from '../../apps/hub/src/security/operator-token.js';

/**
 * What a hub within a test holds open: this store and this broker, the operators' token in the folder, and a management interface that nobody answers
 * at unless one is given. The store has an account unless it `isNew`: making the first one takes a second of the processor.
 */
export async function hubConnections(
  folder: string,
  given: {
    readonly store: HubStore;
    readonly broker: Broker & Topology;
    readonly admin?: BrokerAdmin;
    readonly failPoints?: FailPoints;
    readonly isNew?: boolean;
  },
): Promise<Connections> {
  const { isNew = false, ...parts } = given;
  if (!isNew) await given.store.accounts.addFirst(NOBODY);
  return {
    topology: given.broker,
    feed: new MemoryFeed(),
    admin: new BrokerAdmin({ managementUrl: 'http://127.0.0.1:1', username: '', password: '', vhost: '/' }),
    operators: await OperatorToken.in(join(folder, 'operator-token')),
    failPoints: new NoFailPoints(),
    ...parts,
  };
}

/** An administrator with a password that nobody has. */
const NOBODY = {
  name: 'admin',
  role: 'administrator',
  passwordHash: `scrypt$2$8$1$c2FsdA$${'A'.repeat(43)}`,
  createdAt: 0,
} as const;
