import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from '../../scripts/prepare.mjs';

declare global {
  var trucServerHost: ChildProcess | undefined;
}

/** Starts the process that holds the servers of this run; the servers themselves start when a test first asks for them. */
export default async function startServerHost({ rootDir }: { rootDir: string }): Promise<void> {
  // For test/support/program.ts, in every process that runs tests.
  process.env['TRUC_TEST_BUILT'] = isBuilt(rootDir) ? 'yes' : 'no';
  // For test/support/chromium.ts: what could not be tested is written there, and said at the end.
  process.env['TRUC_TEST_UNTESTED'] = join(tmpdir(), `truc-untested-${process.pid}`);
  const support = join(rootDir, 'test', 'support');
  const args = ['--no-warnings', '--import', join(support, 'typescript.mjs'), join(support, 'server-host.ts')];
  const host = spawn(process.execPath, args, { cwd: rootDir, detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = (await Promise.race([once(host.stdout, 'data'), once(host, 'exit').then(() => ['none'])])) as [
    Buffer | string,
  ];
  if (port === 'none') throw new Error('The process that holds the test servers ended at once.');
  process.env['TRUC_TEST_SERVERS'] = `http://127.0.0.1:${port.toString().trim()}/`;
  globalThis.trucServerHost = host;
}
