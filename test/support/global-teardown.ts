import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';

/** Says what was not tested, ends the servers of this run and waits until they are gone. */
export default async function endRun(): Promise<void> {
  await sayWhatIsUntested();
  await stopServerHost();
}

/** Below the totals, where it is the last thing to be read. */
async function sayWhatIsUntested(): Promise<void> {
  const file = process.env['TRUC_TEST_UNTESTED'] ?? '';
  const sentence = await readFile(file, 'utf8').catch(() => undefined);
  if (sentence === undefined) return;
  await rm(file, { force: true });
  process.stderr.write(`\n${sentence}\n`);
}

async function stopServerHost(): Promise<void> {
  const host = globalThis.trucServerHost;
  if (host === undefined || host.exitCode !== null) return;
  const gone = once(host, 'exit');
  host.stdin?.end();
  await gone;
}
