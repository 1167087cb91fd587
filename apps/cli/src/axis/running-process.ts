import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** A process and when it started, so that a later process with the same number is not taken for it. */
export const runningProcessSchema = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
export type RunningProcess = z.infer<typeof runningProcessSchema>;

/** Writes a process down; undefined when it is gone already. */
export function noteProcess(pid: number): RunningProcess | undefined {
  const startedAt = startOf(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether this very process still runs. */
export function isRunning({ pid, startedAt }: RunningProcess): boolean {
  return startOf(pid) === startedAt;
}

/** Asks a process to end, and after `withinMs` does not ask any more. True when it ended by itself. */
export async function endProcess(running: RunningProcess, withinMs: number): Promise<boolean> {
  signal(running, 'SIGTERM');
  const deadline = Date.now() + withinMs;
  while (isRunning(running)) {
    if (Date.now() > deadline) {
      signal(running, 'SIGKILL');
      return false;
    }
    await pause(50);
  }
  return true;
}

function signal(running: RunningProcess, name: NodeJS.Signals): void {
  try {
    if (isRunning(running)) process.kill(running.pid, name);
  } catch {
    // Gone in this moment.
  }
}

/** When a process started: in ticks since boot on Linux (proc(5), stat, field 22), else as ps says it. A zombie counts as gone. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return process.platform === 'linux' ? undefined : startByPs(pid);
  }
}

function startByPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
