import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A program of this project in a process of its own, run from its sources. Its output is kept for failing tests to show. */
export class TestProgram {
  private readonly said: string[] = [];

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.said.push(chunk.toString());
        if (this.said.length > 200) this.said.shift();
      });
    }
  }

  /** Starts `file` (relative to the project) with exactly this environment besides PATH and HOME. */
  static start(file: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): TestProgram {
    const { PATH = '', HOME = '' } = process.env;
    const all = ['--no-warnings', '--import', './test/support/typescript.mjs', file, ...args];
    return new TestProgram(
      spawn(process.execPath, all, {
        cwd: ROOT,
        env: { PATH, HOME, NODE_ENV: 'test', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Undefined while it runs, and when a signal ended it. */
  get exitCode(): number | undefined {
    return this.child.exitCode ?? undefined;
  }

  /** The last it wrote to its terminal. */
  get output(): string {
    return this.said.join('');
  }

  /** Resolves when it has ended, however, with the signal that ended it. */
  async ended(): Promise<NodeJS.Signals | null> {
    if (this.isRunning) await once(this.child, 'exit');
    return this.child.signalCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.isRunning) this.child.kill(signal);
    await this.ended();
  }
}
