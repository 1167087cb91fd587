import { processEnvironment } from './environment.js';
import { oneOf, optional, text, url } from './fields.js';
import { EnvironmentReader, type Environment } from './reading.js';
import {
  AMQP,
  FILE,
  HOST,
  HTTP,
  managementUrlOf,
  PORT,
  readDataFolder,
  type BrokerAddress,
} from './server-settings.js';

export interface CliConfig {
  /** Absolute. */
  readonly dataFolder: string;
  readonly language: 'vi' | 'en';
  readonly hubHost: string;
  readonly hubPort: number;
  /** HUB_URL, or what HUB_HOST and HUB_PORT make. */
  readonly hubUrl: string;
  /** A RabbitMQ somebody else runs; undefined: `up` starts a private one. */
  readonly broker: BrokerAddress | undefined;
  /** The first port given to an agency; the next ones follow. */
  readonly agencyPortsFrom: number;
  /** Systems in containers: where they answer, `{name}` standing for a system's name, and the token of all their interfaces. Undefined: they run on this machine. */
  readonly nodes: { readonly url: string; readonly token: string } | undefined;
  /** Whom `vxp` calls as, unless its options say otherwise. */
  readonly vxp: { readonly system: string | undefined; readonly secret: string | undefined };
  /** Holds the token with which `vxp attend` enrols a system; undefined: it must be enrolled already. */
  readonly enrolmentTokenFile: string | undefined;
}

const PLAIN = text(/^\S+$/, { allowed: 'a name without blanks', allowedVi: 'một tên không có dấu cách' });
const NODE_URL = text(/^https?:\/\/[^\s/]*\{name\}\S*$/, {
  allowed: 'a URL with {name} in its host, such as http://{name}:8101',
  allowedVi: 'một địa chỉ có {name} trong tên máy, ví dụ http://{name}:8101',
});
const SECRET = text(/^\S+$/, {
  allowed: 'a text without blanks',
  allowedVi: 'một chuỗi không có dấu cách',
  secret: true,
});

/** What the command line is told by its environment. Throws ConfigurationError naming every wrong value at once. */
export function cliConfig(environment: Environment = processEnvironment()): CliConfig {
  const reader = new EnvironmentReader(environment);
  const dataFolder = readDataFolder(reader);
  const language = reader.read('TRUC_LANG', oneOf('vi', ['vi', 'en']));
  const hubHost = reader.read('HUB_HOST', HOST('127.0.0.1'));
  const hubPort = reader.read('HUB_PORT', PORT(8080));
  const hubUrl = reader.read('HUB_URL', optional(HTTP));
  const amqpUrl = reader.read('AMQP_URL', optional(AMQP));
  const managementUrl = reader.read('RABBITMQ_MANAGEMENT_URL', optional(url(['http', 'https'], true)));
  const agencyPortsFrom = reader.read('AGENCY_PORTS_FROM', PORT(8101));
  const nodeUrl = reader.read('AGENCY_URL', optional(NODE_URL));
  const nodeToken = reader.read('AGENCY_TOKEN', nodeUrl === undefined ? optional(SECRET, '') : SECRET);
  const vxpSystem = reader.read('VXP_SYSTEM', optional(PLAIN));
  const vxpSecret = reader.read('VXP_SECRET', optional(SECRET));
  const enrolmentTokenFile = reader.read('ENROLMENT_TOKEN_FILE', optional(FILE));
  return reader.settle(() => ({
    dataFolder,
    language,
    enrolmentTokenFile,
    hubHost,
    hubPort,
    hubUrl: hubUrl ?? `http://${reachable(hubHost)}:${hubPort}`,
    broker: amqpUrl === undefined ? undefined : { amqpUrl, managementUrl: managementUrl ?? managementUrlOf(amqpUrl) },
    agencyPortsFrom,
    nodes: nodeUrl === undefined ? undefined : { url: nodeUrl, token: nodeToken },
    vxp: { system: vxpSystem, secret: vxpSecret },
  }));
}

/** The address to call a server that listens on `host`: a server on every address is called on the loopback one. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** The language of the command line alone, for what is said before, or about, a wrong configuration. */
export function preferredLanguage(environment: Environment = processEnvironment()): CliConfig['language'] {
  return environment['TRUC_LANG'] === 'en' ? 'en' : 'vi';
}
