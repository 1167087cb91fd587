import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { nodeEnvironment } from '../../libs/broker/src/private-rabbit/node-files.js';
import { settleNode } from '../../libs/broker/src/private-rabbit/node-settings.js';

/** Sets the share of memory above which the private RabbitMQ of a folder takes no messages: `0.00001` blocks it, `0.4` is what it starts with. */
export async function setMemoryLimit(dir: string, share: string): Promise<void> {
  const env = nodeEnvironment(dir, await settleNode(dir));
  const args = ['-q', 'set_vm_memory_high_watermark', share];
  await promisify(execFile)('/usr/lib/rabbitmq/bin/rabbitmqctl', args, { env });
}
