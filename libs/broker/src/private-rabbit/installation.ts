import { spawn } from 'node:child_process';
import { access, constants, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxisError } from '#core';
import { searchPath } from './node-files.js';
import { type PrivateRabbitOptions } from './private-rabbit.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Debian asks this program before it starts a service of a package it has just installed; 101 means no. */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

/** The path of RabbitMQ's own start script; installs RabbitMQ first where that is possible (Debian or Ubuntu, as root). */
export async function installedServer({ log, env = {} }: Pick<PrivateRabbitOptions, 'log' | 'env'>): Promise<string> {
  const present = await findServer(env);
  if (present !== undefined) return present;
  if (process.getuid?.() !== 0 || !(await isExecutable('/usr/bin/apt-get'))) {
    throw new AxisError('RABBITMQ_MISSING', { reason: 'rabbitmq-server is not installed' });
  }
  await installByApt(log, env);
  const installed = await findServer(env);
  if (installed === undefined)
    throw new AxisError('RABBITMQ_MISSING', { reason: 'apt-get installed no rabbitmq-server' });
  return installed;
}

/**
 * Looks where packages put the script itself, then along PATH. Debian's /usr/sbin/rabbitmq-server is a wrapper that only root or its
 * own user may call and that uses the system-wide folders, so the script is looked for first.
 */
export async function findServer(env: Environment): Promise<string | undefined> {
  const folders = [
    '/usr/lib/rabbitmq/bin',
    ...(await versionFolders('/usr/lib/rabbitmq/lib')),
    ...searchPath(env).split(':'),
  ];
  for (const folder of folders) {
    const script = join(folder, 'rabbitmq-server');
    if (await isExecutable(script)) return script;
  }
  return undefined;
}

async function versionFolders(root: string): Promise<string[]> {
  const versions = await readdir(root).catch(() => []);
  return versions.filter((name) => name.startsWith('rabbitmq_server-')).map((name) => join(root, name, 'sbin'));
}

/** Installs the package by apt without letting its service start, so that afterwards nothing listens on 5672. */
export async function installByApt(log: (line: string) => void, env: Environment): Promise<void> {
  const startedAt = Date.now();
  log('RabbitMQ is not installed: installing the package rabbitmq-server with apt-get (one or two minutes) …');
  const policyIsOurs = await forbidServices();
  try {
    await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', 'update'], env);
    const install = ['install', '-y', '--no-install-recommends', 'rabbitmq-server'];
    await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...install], env);
  } finally {
    if (policyIsOurs) await rm(SERVICE_POLICY, { force: true });
  }
  await run('systemctl', ['disable', '--now', 'rabbitmq-server'], env).catch(() => undefined);
  log(`RabbitMQ is installed (${Math.round((Date.now() - startedAt) / 1000)} s); its system service stays off.`);
}

async function forbidServices(): Promise<boolean> {
  try {
    await writeFile(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function run(program: string, args: readonly string[], env: Environment): Promise<void> {
  const environment = { ...env, PATH: searchPath(env), DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment });
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2000)));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const reason = `${program} ${args.at(-1)} ended with ${code}: ${complaints.trim().split('\n').at(-1) ?? ''}`;
      reject(new AxisError('RABBITMQ_MISSING', { reason }));
    });
  });
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
