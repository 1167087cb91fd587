import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AxisError } from '#core';
import { installedServer } from './installation.js';
import { nodeEnvironment, writeNodeFiles } from './node-files.js';
import { RabbitNode } from './rabbit-node.js';
import { settleNode, settlePorts } from './node-settings.js';
import { ownerElsewhere, stopStaleNode, takeOwnership } from './stale-node.js';

/** What a private RabbitMQ needs. */
export interface PrivateRabbitOptions {
  /** Absolute folder that holds everything of it: ports, secret, data, logs. The same folder brings the same broker back. */
  readonly dir: string;
  /** Receives a sentence for what takes time. */
  readonly log: (line: string) => void;
  /** The environment to take PATH from (default: the usual system folders only). */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** A RabbitMQ of our own, on loopback only. It also stops, cleanly, when the process that started it dies. */
export interface PrivateRabbit {
  readonly amqpUrl: string;
  readonly managementUrl: string;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
  /** Stops it cleanly; resolves when it is gone. Calling it twice is harmless. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would; resolves when it is gone. For tests. */
  readonly kill: () => Promise<void>;
  /** Sets the share of the machine's memory above which it takes no messages: 0.00001 blocks it, 0.4 is what it starts with. For tests. */
  readonly limitMemory: (share: number) => Promise<void>;
}

/**
 * Starts the broker of `dir`, installing RabbitMQ first where that is possible; resolves when AMQP and management answer (about 5 s).
 * Rejects with RABBITMQ_MISSING and the remedy, or with BROKER_AWAY and the end of its log.
 */
export async function startPrivateRabbit(options: PrivateRabbitOptions): Promise<PrivateRabbit> {
  const { dir, log, env } = options;
  const script = await installedServer(options);
  const owner = await ownerElsewhere(dir);
  if (owner !== undefined)
    throw new AxisError('BROKER_AWAY', { reason: `process ${owner} already runs the RabbitMQ of ${dir}` });
  await mkdir(dir, { recursive: true });
  const kept = await settleNode(dir);
  if (await stopStaleNode(kept.nodename)) log('A RabbitMQ of an earlier run was still there: stopped it.');
  const settings = await settlePorts(dir, kept);
  await writeNodeFiles(dir, settings);
  await takeOwnership(dir);

  const nodeEnv = nodeEnvironment(dir, settings, env);
  const node = new RabbitNode({ script, dir, settings, env: nodeEnv });
  await node.start();
  const { username, password, ports } = settings;
  return {
    amqpUrl: `amqp://${username}:${password}@127.0.0.1:${ports.amqp}/%2F`,
    managementUrl: `http://127.0.0.1:${ports.management}`,
    username,
    password,
    vhost: '/',
    stop: () => node.stop(),
    kill: () => node.kill(),
    limitMemory: async (share) => {
      const command = ['-q', 'set_vm_memory_high_watermark', share.toFixed(5)];
      await promisify(execFile)(join(dirname(script), 'rabbitmqctl'), command, { env: nodeEnv });
    },
  };
}
