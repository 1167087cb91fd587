import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_MESSAGE_BYTES } from '../topology.js';
import { type NodeSettings } from './node-settings.js';

/** Writes the node's configuration, plugin list and Erlang cookie, and makes its folders. */
export async function writeNodeFiles(dir: string, settings: NodeSettings): Promise<void> {
  for (const folder of ['data', 'logs', 'home']) await mkdir(join(dir, folder), { recursive: true, mode: 0o700 });
  await writeFile(join(dir, 'rabbitmq.conf'), configuration(settings), { mode: 0o600 });
  await writeFile(join(dir, 'advanced.config'), '[].\n');
  await writeFile(join(dir, 'enabled_plugins'), '[rabbitmq_management].\n');
  await writeCookie(join(dir, 'home', '.erlang.cookie'), settings.cookie);
}

/** The node's environment; of the given one only what programs need to be found and to speak. Nothing of a system-wide RabbitMQ is read. */
export function nodeEnvironment(
  dir: string,
  settings: NodeSettings,
  from: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  return {
    PATH: searchPath(from),
    LANG: 'C.UTF-8',
    HOME: join(dir, 'home'),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_EPMD_PORT: String(settings.ports.epmd),
    RABBITMQ_NODENAME: settings.nodename,
    RABBITMQ_DIST_PORT: String(settings.ports.distribution),
    RABBITMQ_MNESIA_BASE: join(dir, 'data'),
    RABBITMQ_LOG_BASE: join(dir, 'logs'),
    RABBITMQ_CONFIG_FILE: join(dir, 'rabbitmq.conf'),
    RABBITMQ_ADVANCED_CONFIG_FILE: join(dir, 'advanced.config'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(dir, 'enabled_plugins'),
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: `-kernel inet_dist_use_interface {127,0,0,1} -truc_node ${settings.nodename}`,
  };
}

/** Where programs are looked for: PATH, and the folders of system programs, which a plain user's PATH may lack. */
export function searchPath(env: Readonly<Record<string, string | undefined>>): string {
  return [env['PATH'], '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'].filter(Boolean).join(':');
}

function configuration({ username, password, ports }: NodeSettings): string {
  return `listeners.tcp.1 = 127.0.0.1:${ports.amqp}
management.tcp.ip = 127.0.0.1
management.tcp.port = ${ports.management}
default_user = ${username}
default_pass = ${password}
default_user_tags.administrator = true
max_message_size = ${MAX_MESSAGE_BYTES}
disk_free_limit.absolute = 50MB
vm_memory_high_watermark.relative = 0.4
raft.wal_max_size_bytes = 134217728
collect_statistics_interval = 5000
management.rates_mode = none
log.console = false
log.file.level = warning
`;
}

async function writeCookie(file: string, cookie: string): Promise<void> {
  await rm(file, { force: true });
  await writeFile(file, cookie, { mode: 0o400 });
  await chmod(file, 0o400);
}
