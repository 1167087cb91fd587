import { join } from 'node:path';
import { processEnvironment } from './environment.js';
import { networks, oneOf, optional, text, url, wholeNumber } from './fields.js';
import { projectRoot, projectVersion } from './project-root.js';
import { EnvironmentReader, type Environment } from './reading.js';
import {
  AMQP,
  FILE,
  HOST,
  managementUrlOf,
  PORT,
  readDataFolder,
  readServerSettings,
  type BrokerAddress,
  type ServerSettings,
} from './server-settings.js';

/** Where the hub keeps its rows. The URL carries a password: never log it. */
export type DatabaseAddress =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };

export interface HubConfig extends ServerSettings {
  /** Absolute; the hub's own folder is `hubFolder` below it. */
  readonly dataFolder: string;
  readonly hubFolder: string;
  /** Bodies by SHA-256; every hub of an axis mounts the same folder. */
  readonly objectsFolder: string;
  /** Holds the operators' bearer token, mode 0600. */
  readonly operatorTokenFile: string;
  /** Holds name and password of the first administrator until somebody has signed in with them, mode 0600. */
  readonly firstAdministratorFile: string;
  /** The built pages of the console. */
  readonly consoleFolder: string;
  /** Of the project: `0.1.0`. */
  readonly version: string;
  /** Whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses, networks, or the words `loopback`, `linklocal`, `uniquelocal`. */
  readonly trustedProxies: readonly string[];
  /** Where to keep the token with which systems enrol themselves; undefined: none can. */
  readonly enrolmentTokenFile: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly broker: BrokerAddress;
  readonly database: DatabaseAddress;
  readonly inboxCheckMs: number;
  readonly sweepMs: number;
  readonly vxp: VxpSettings;
  /** Whether the simulated times that messages carry are honoured; refused otherwise. */
  readonly simulation: boolean;
}

/** The official client's interface: its base path, and how many hours a signature's timestamp may be off the clock. */
export interface VxpSettings {
  readonly path: string;
  readonly clockWindowHours: number;
}

/** `/vxp`, `/a/b`; not `/api`, which is the hub's own. */
const BASE_PATH = /^(?!\/api(?:\/|$))(?:\/[A-Za-z0-9._-]+)+$/;
const PATH_WORDS = {
  allowed: 'a path such as /vxp, not below /api',
  allowedVi: 'một đường dẫn như /vxp, không nằm dưới /api',
};

/** What the hub is told by its environment. Throws ConfigurationError naming every wrong value at once. */
export function hubConfig(environment: Environment = processEnvironment()): HubConfig {
  const reader = new EnvironmentReader(environment);
  const dataFolder = readDataFolder(reader);
  const settings = readServerSettings(reader);
  const host = reader.read('HUB_HOST', HOST('127.0.0.1'));
  const port = reader.read('HUB_PORT', PORT(8080));
  const amqpUrl = reader.read('AMQP_URL', AMQP);
  const managementUrl = reader.read('RABBITMQ_MANAGEMENT_URL', optional(url(['http', 'https'], true)));
  const databaseUrl = reader.read('DATABASE_URL', optional(url(['postgres', 'postgresql'], true)));
  const inboxCheckMs = reader.read('INBOX_CHECK_MS', wholeNumber(10_000, 50, 3_600_000));
  const sweepMs = reader.read('SWEEP_MS', wholeNumber(3000, 50, 3_600_000));
  const trustedProxies = reader.read('TRUSTED_PROXIES', networks());
  const vxpPath = reader.read('VXP_PATH', optional(text(BASE_PATH, PATH_WORDS), '/vxp'));
  const clockWindowHours = reader.read('VXP_CLOCK_HOURS', wholeNumber(24, 1, 24 * 366));
  const simulation = reader.read('SIMULATION', oneOf('off', ['on', 'off']));
  const enrolmentTokenFile = reader.read('ENROLMENT_TOKEN_FILE', optional(FILE));
  return reader.settle(() => ({
    ...settings(),
    ...hubPlaces(dataFolder),
    dataFolder,
    consoleFolder: join(projectRoot(), 'dist', 'apps', 'console'),
    version: projectVersion(),
    enrolmentTokenFile,
    host,
    port,
    broker: { amqpUrl, managementUrl: managementUrl ?? managementUrlOf(amqpUrl) },
    database: databaseOf(databaseUrl, dataFolder),
    inboxCheckMs,
    sweepMs,
    trustedProxies,
    vxp: { path: vxpPath, clockWindowHours },
    simulation: simulation === 'on',
  }));
}

function databaseOf(databaseUrl: string | undefined, dataFolder: string): DatabaseAddress {
  if (databaseUrl !== undefined) return { kind: 'postgres', url: databaseUrl };
  return { kind: 'sqlite', file: join(dataFolder, 'hub', 'hub.sqlite') };
}

type HubPlace = 'hubFolder' | 'objectsFolder' | 'operatorTokenFile' | 'firstAdministratorFile';

/** The hub's places in a data folder, for the hub itself and for the CLI on the same machine. */
export function hubPlaces(dataFolder: string): Pick<HubConfig, HubPlace> {
  const hubFolder = join(dataFolder, 'hub');
  return {
    hubFolder,
    objectsFolder: join(hubFolder, 'objects'),
    operatorTokenFile: join(hubFolder, 'operator-token'),
    firstAdministratorFile: join(hubFolder, 'first-administrator'),
  };
}
