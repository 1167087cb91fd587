import { join } from 'node:path';
import { AmqpBroker, type Broker } from '#broker';
import { type AgencyConfig } from '#config';
import { AgencyStore } from '#store';
import { HubBodies } from './bodies/hub-bodies.js';
import { ObjectFolder } from './bodies/object-folder.js';
import { FaultSwitch } from './faults/fault-switch.js';
import { FaultyBroker } from './faults/faulty-broker.js';
import { OwnSystem } from './own-system.js';

/** What a system needs from outside: its store and files, the broker, the hub, and who it is. */
export interface AgencyParts {
  readonly own: OwnSystem;
  readonly store: AgencyStore;
  /** The broker with this system's fault, if it has one. */
  readonly broker: Broker;
  readonly faults: FaultSwitch;
  readonly objects: ObjectFolder;
  readonly hub: HubBodies;
}

/** Opens the store and starts connecting; a broker that is away is no reason not to start. `broker` takes RabbitMQ's place, in tests. */
export async function openParts(
  config: AgencyConfig,
  log: (line: string) => void,
  broker?: Broker,
): Promise<AgencyParts> {
  const own = new OwnSystem(config.systemName, config.codes);
  const store = await AgencyStore.open(join(config.systemFolder, 'agency.sqlite'));
  const objects = new ObjectFolder(join(config.systemFolder, 'objects'));
  const faults = new FaultSwitch();
  const connected = broker ?? AmqpBroker.start({ url: config.amqpUrl, userId: own.name, name: own.name, log });
  const { hubUrl: url, systemName: system, systemSecret: secret, bodyLimitBytes: limit } = config;
  return {
    own,
    store,
    objects,
    faults,
    broker: new FaultyBroker(connected, faults),
    hub: new HubBodies({ url, system, secret, limit }, objects),
  };
}
