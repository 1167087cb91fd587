import { join } from 'node:path';
import { folder, oneOf, optional, text, url, wholeNumber } from './fields.js';
import { projectRoot } from './project-root.js';
import { type EnvironmentReader } from './reading.js';

/** Where RabbitMQ is. Both URLs carry user and password: never log them. */
export interface BrokerAddress {
  readonly amqpUrl: string;
  readonly managementUrl: string;
}

/** How many messages make a batch, and how long it waits to fill. */
export interface BatchSettings {
  readonly size: number;
  readonly withinMs: number;
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LogSettings {
  readonly level: LogLevel;
  readonly format: 'json' | 'pretty';
}

/** What hub and agencies alike are told. */
export interface ServerSettings {
  readonly bodyLimitBytes: number;
  /** Bodies over this travel by claim check. */
  readonly inlineLimitBytes: number;
  readonly batch: BatchSettings;
  readonly log: LogSettings;
  /** Where to die, for tests; never set outside NODE_ENV=test. */
  readonly failPoint: string | undefined;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const PORT = (standard: number): ReturnType<typeof wholeNumber> => wholeNumber(standard, 0, 65_535);
export const AMQP = url(['amqp', 'amqps'], true);
export const HTTP = url(['http', 'https']);
export const FILE = text(/^\S/, { allowed: 'a file', allowedVi: 'một tệp' });
export const HOST = (standard: string): ReturnType<typeof optional<string>> =>
  optional(text(/^[\w.:-]+$/, { allowed: 'a host name or address', allowedVi: 'tên máy hoặc địa chỉ' }), standard);

/** The absolute data folder; `.truc` in the project when not set. */
export function readDataFolder(reader: EnvironmentReader): string {
  return reader.read('TRUC_DATA', folder(join(projectRoot(), '.truc')));
}

export function readServerSettings(reader: EnvironmentReader): () => ServerSettings {
  const bodyMb = reader.read('BODY_LIMIT_MB', wholeNumber(1024, 1, 1_048_576));
  const inlineKb = reader.read('INLINE_LIMIT_KB', wholeNumber(256, 1, 1000));
  const size = reader.read('BATCH_SIZE', wholeNumber(256, 1, 5000));
  const withinMs = reader.read('BATCH_WITHIN_MS', wholeNumber(5, 0, 10_000));
  const level = reader.read('LOG_LEVEL', oneOf('info', LEVELS));
  const format = reader.read('LOG_FORMAT', oneOf('json', ['json', 'pretty']));
  const failPoint = reader.read('FAIL_POINT', optional(ANYTHING));
  const armed = reader.read('NODE_ENV', optional(ANYTHING)) === 'test';
  return () => ({
    bodyLimitBytes: bodyMb * 1024 * 1024,
    inlineLimitBytes: inlineKb * 1024,
    batch: { size, withinMs },
    log: { level, format },
    failPoint: armed ? failPoint : undefined,
  });
}

const ANYTHING = text(/^/, { allowed: 'text', allowedVi: 'một chuỗi' });

/** The management interface that belongs to an AMQP_URL when nothing else is said: same host and user, port 15672. */
export function managementUrlOf(amqpUrl: string): string {
  const { username, password, hostname } = new URL(amqpUrl);
  return `http://${username || 'guest'}:${password || 'guest'}@${hostname}:15672`;
}
