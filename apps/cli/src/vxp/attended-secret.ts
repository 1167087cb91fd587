import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemFolder } from '#config';
import { type Context } from '../context.js';

/** Where `truc vxp attend` keeps the secret of a system that it enrolled. */
export function attendedSecretFile(dataFolder: string, system: string): string {
  return join(systemFolder(dataFolder, system), 'secret');
}

/** The secret to call with: that of the environment, else the one that `attend` keeps for this system. */
export function secretFor({ config }: Context, system: string): string | undefined {
  if (config.vxp.secret !== undefined) return config.vxp.secret;
  const file = attendedSecretFile(config.dataFolder, system);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
