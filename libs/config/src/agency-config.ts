import { join } from 'node:path';
import { z } from 'zod';
import { processEnvironment } from './environment.js';
import { oneOf, optional, text, wholeNumber } from './fields.js';
import { projectRoot, projectVersion } from './project-root.js';
import { EnvironmentReader, type Environment, type Field } from './reading.js';
import { AMQP, HOST, HTTP, PORT, readDataFolder, readServerSettings, type ServerSettings } from './server-settings.js';

/** The simulated office's habits at start; its HTTP interface can change them later. */
export interface OfficeSettings {
  readonly isOn: boolean;
  /** Milliseconds from arrival to the report of a status, by status code: `{ '03': 500 }`. */
  readonly delaysMs: Readonly<Record<string, number>>;
  /** 0 to 100. */
  readonly refusePercent: number;
}

export interface AgencyConfig extends ServerSettings {
  readonly systemName: string;
  readonly systemSecret: string;
  /** Codes as written in SYSTEM_CODES, each in one of the two forms; parse them with libs/core. */
  readonly codes: readonly string[];
  /** Absolute; this system's own folder is `systemFolder` below it. */
  readonly dataFolder: string;
  readonly systemFolder: string;
  /** Where the built pages are; the clerk's is one of them. */
  readonly consoleFolder: string;
  readonly version: string;
  readonly host: string;
  readonly port: number;
  /** Bearer token of the agency's own HTTP interface. */
  readonly token: string;
  readonly hubUrl: string;
  /** AMQP_URL with the system's own name and secret as user and password: never log it. */
  readonly amqpUrl: string;
  readonly office: OfficeSettings;
  readonly resubmitAfterMs: number;
}

/** What an agency's system is told by its environment. Throws ConfigurationError naming every wrong value at once. */
export function agencyConfig(environment: Environment = processEnvironment()): AgencyConfig {
  const reader = new EnvironmentReader(environment);
  const dataFolder = readDataFolder(reader);
  const settings = readServerSettings(reader);
  const systemName = reader.read('SYSTEM_NAME', SYSTEM_NAME);
  const systemSecret = reader.read('SYSTEM_SECRET', SECRET);
  const codes = reader.read('SYSTEM_CODES', CODES);
  const host = reader.read('AGENCY_HOST', HOST('127.0.0.1'));
  const port = reader.read('AGENCY_PORT', PORT(8101));
  const token = reader.read('AGENCY_TOKEN', SECRET);
  const hubUrl = reader.read('HUB_URL', optional(HTTP, 'http://127.0.0.1:8080'));
  const amqpUrl = reader.read('AMQP_URL', AMQP);
  const office = readOffice(reader);
  const resubmitAfterMs = reader.read('RESUBMIT_AFTER_MS', wholeNumber(30_000, 100, 86_400_000));
  return reader.settle(() => ({
    ...settings(),
    ...{ systemName, systemSecret, codes, dataFolder, host, port, token, hubUrl, office, resubmitAfterMs },
    systemFolder: systemFolder(dataFolder, systemName),
    consoleFolder: join(projectRoot(), 'dist', 'apps', 'console'),
    version: projectVersion(),
    amqpUrl: withCredentials(amqpUrl, systemName, systemSecret),
  }));
}

/** A system's own folder in a data folder: its store and its bodies. */
export function systemFolder(dataFolder: string, systemName: string): string {
  return join(dataFolder, 'systems', systemName);
}

function readOffice(reader: EnvironmentReader): OfficeSettings {
  return {
    isOn: reader.read('OFFICE', oneOf('on', ['on', 'off'])) === 'on',
    delaysMs: reader.read('OFFICE_DELAYS_MS', DELAYS),
    refusePercent: reader.read('OFFICE_REFUSE_PERCENT', wholeNumber(0, 0, 100)),
  };
}

function withCredentials(amqpUrl: string, name: string, secret: string): string {
  const url = new URL(amqpUrl);
  url.username = name;
  url.password = encodeURIComponent(secret);
  return url.href;
}

const SYSTEM_NAME = text(/^(?!.*\.urgent$)[a-z0-9]+([.-][a-z0-9]+)*$/, {
  allowed: 'lower-case letters and digits joined by - or ., not ending in .urgent',
  allowedVi: 'chữ thường và chữ số, nối bằng - hoặc ., không kết thúc bằng .urgent',
});

const SECRET = text(/^\S{16,}$/, {
  allowed: 'at least 16 characters without spaces',
  allowedVi: 'ít nhất 16 ký tự, không có dấu cách',
  secret: true,
});

const CODES: Field<readonly string[]> = {
  schema: z
    .string()
    .transform((codes) => codes.split(',').map((code) => code.trim()))
    .pipe(z.array(z.string().regex(/^[0-9A-Z.]{1,35}$/)).min(1)),
  allowed: 'agency codes separated by commas, such as 000.00.00.H53',
  allowedVi: 'các mã cơ quan cách nhau bằng dấu phẩy, ví dụ 000.00.00.H53',
};

const STANDARD_DELAYS = '03:500,04:1000,05:1500,06:2000';

const DELAYS: Field<Readonly<Record<string, number>>> = {
  schema: z
    .string()
    .regex(/^0[2-6]:\d{1,9}(,0[2-6]:\d{1,9})*$/)
    .optional()
    .transform((delays) => delaysOf(delays ?? STANDARD_DELAYS)),
  allowed: `pairs of status code and milliseconds, such as ${STANDARD_DELAYS}`,
  allowedVi: `các cặp mã trạng thái và mili giây, ví dụ ${STANDARD_DELAYS}`,
};

function delaysOf(text: string): Record<string, number> {
  const pairs = text.split(',').map((pair) => pair.split(':') as [string, string]);
  return Object.fromEntries(pairs.map(([code, delay]) => [code, Number(delay)]));
}
