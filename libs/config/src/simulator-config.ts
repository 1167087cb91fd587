import { processEnvironment } from './environment.js';
import { EnvironmentReader, type Environment } from './reading.js';
import { AMQP, HTTP, readDataFolder } from './server-settings.js';

/** What the simulator is told by its environment. */
export interface SimulatorConfig {
  /** Absolute; where the hub keeps its operators' token, and the simulator how far it came. */
  readonly dataFolder: string;
  readonly hubUrl: string;
  /** Where the broker is; every simulated system logs in as itself. */
  readonly amqpUrl: string;
}

/** Throws ConfigurationError naming every wrong value at once. */
export function simulatorConfig(environment: Environment = processEnvironment()): SimulatorConfig {
  const reader = new EnvironmentReader(environment);
  const dataFolder = readDataFolder(reader);
  const hubUrl = reader.read('HUB_URL', HTTP);
  const amqpUrl = reader.read('AMQP_URL', AMQP);
  return reader.settle(() => ({ dataFolder, hubUrl, amqpUrl }));
}
