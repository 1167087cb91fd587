import { once } from 'node:events';

/** Ends the servers of this run and waits until they are gone. */
export default async function stopServerHost(): Promise<void> {
  const host = globalThis.trucServerHost;
  if (host === undefined || host.exitCode !== null) return;
  const gone = once(host, 'exit');
  host.stdin?.end();
  await gone;
}
