import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Processes whose command line bears the node's name: the Erlang machine of this node, wherever it came from. Linux only; elsewhere none is found. */
export async function processesOf(nodename: string): Promise<number[]> {
  const mark = `-truc_node\0${nodename}\0`;
  const found: number[] = [];
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const commandLine = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (commandLine.includes(mark)) found.push(Number(name));
  }
  return found;
}

/** Stops what is left of an earlier run of this node: asks first, and after ten seconds does not ask any more. True when there was something. */
export async function stopStaleNode(nodename: string): Promise<boolean> {
  const left = await processesOf(nodename);
  for (const pid of left) signal(pid, 'SIGTERM');
  const deadline = Date.now() + 10_000;
  while ((await processesOf(nodename)).length > 0) {
    if (Date.now() > deadline) for (const pid of await processesOf(nodename)) signal(pid, 'SIGKILL');
    await pause(50);
  }
  return left.length > 0;
}

/** The process that owns the node of this folder, when it is alive and another than this one. */
export async function ownerElsewhere(dir: string): Promise<number | undefined> {
  const [pid, startedAt] = (await readFile(join(dir, 'owner'), 'utf8').catch(() => '')).split(' ');
  if (pid === undefined || Number(pid) === process.pid || startedAt === '') return undefined;
  return startedAt !== undefined && (await startOf(Number(pid))) === startedAt ? Number(pid) : undefined;
}

/** Writes down that this process owns the node of this folder. */
export async function takeOwnership(dir: string): Promise<void> {
  await writeFile(join(dir, 'owner'), `${process.pid} ${await startOf(process.pid)}`);
}

/** Sends a signal; a process that is gone already is fine. Negative: the whole process group. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

/** When a process started, in ticks since boot (proc(5), stat, field 22): tells a process from a later one with the same number. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
