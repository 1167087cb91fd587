import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '#config';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A program of this project in a process of its own: as it was built where the build is of these very sources (it starts in half the time), else from its
 * sources. Its output is kept for failing tests to show.
 */
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
    return new TestProgram(
      spawn(process.execPath, [...NODE_FLAGS, '--no-warnings', ...asBuilt(file), ...args], {
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

/** What Node is given to run `file`; whether the build is of these sources was looked at once, before the first test. */
function asBuilt(file: string): string[] {
  if (process.env['TRUC_TEST_BUILT'] !== 'yes') return ['--import', './test/support/typescript.mjs', file];
  return [`dist/${file.replace(/\.ts$/, '.js')}`];
}
