import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { inheritedEnvironment, projectRoot } from '#config';
import { type Context } from '../context.js';
import { type ExitCode } from '../terminal/failure.js';
import { type SupervisorMessage } from '../terminal/terminal.js';

/** Starts a supervisor that outlives this process, shows what it says until everything is up, and returns; its own log is `logs/up.log`. */
export async function startDetached(context: Context): Promise<ExitCode> {
  const { dataFolder, language } = context.config;
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, 'up.log'), 'a', 0o600);
  const script = join(projectRoot(), 'dist', 'apps', 'cli', 'src', 'main.js');
  const flags = ['--foreground', '--lang', language, ...(context.terminal.json ? ['--json'] : [])];
  const supervisor = spawn(process.execPath, [script, 'up', ...flags], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    env: inheritedEnvironment(),
  });
  closeSync(log);
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => supervisor.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    supervisor.once('error', reject);
    supervisor.once('exit', (code) => resolve((code ?? 1) as ExitCode));
    supervisor.on('message', (message: SupervisorMessage) => {
      if ('out' in message) process.stdout.write(message.out);
      else if ('err' in message) process.stderr.write(message.err);
      else {
        supervisor.disconnect();
        supervisor.unref();
        resolve(0);
      }
    });
  });
}
