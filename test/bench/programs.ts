import { type ChildProcess, fork, type ForkOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A program of the benchmark in a process of its own. */
export class Program {
  private constructor(
    private readonly name: string,
    readonly child: ChildProcess,
  ) {}

  /** Starts a compiled program beside this one; `path` relative to this file. */
  static start(path: string, args: readonly string[], options: ForkOptions = {}): Program {
    const file = fileURLToPath(new URL(path, import.meta.url));
    return new Program(path, fork(file, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], ...options }));
  }

  /** Resolves with the first message that has the field `name`; rejects when the program ends before. */
  says<T>(name: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`${this.name} ended with ${String(code)}.`));
      this.child.once('exit', ended);
      const listen = (message: unknown): void => {
        if (typeof message !== 'object' || message === null || !(name in message)) return;
        this.child.off('message', listen);
        this.child.off('exit', ended);
        resolve((message as Record<string, T>)[name] as T);
      };
      this.child.on('message', listen);
    });
  }

  /** Asks it to end and resolves when it has. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    await new Promise((resolve) => {
      this.child.once('exit', resolve);
      this.child.kill(signal);
    });
  }

  /** CPU seconds used so far, user and system together; Linux only, else NaN. */
  cpuSeconds(): number {
    const stat = this.proc('stat');
    if (stat === undefined) return Number.NaN;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  /** Most resident memory so far, in MB; Linux only, else NaN. */
  peakMemoryMb(): number {
    const line = /VmHWM:\s+(\d+) kB/.exec(this.proc('status') ?? '');
    return line === null ? Number.NaN : Math.round(Number(line[1]) / 1024);
  }

  private proc(file: string): string | undefined {
    try {
      return readFileSync(`/proc/${this.child.pid}/${file}`, 'utf8');
    } catch {
      return undefined;
    }
  }
}
