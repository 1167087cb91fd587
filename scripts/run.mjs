import { spawn } from 'node:child_process';
import { ROOT } from './prepare.mjs';

/** Runs a program of this Node in the project's folder, sharing the terminal; resolves with its exit code. Signals are the child's to answer. */
export function runNode(args, { env = {} } = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : 15))),
  );
}
