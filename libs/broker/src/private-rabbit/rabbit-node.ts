import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AxisError } from '#core';
import { type NodeSettings } from './node-settings.js';
import { processesOf, signal } from './stale-node.js';

/** What one run of a node needs. */
export interface RabbitNodeOptions {
  readonly script: string;
  readonly dir: string;
  readonly settings: NodeSettings;
  readonly env: Record<string, string>;
}

const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;

/** Waits for the end of its standard input, which comes when the process that holds the other end dies, then stops the node, after 20 s by force, and its name service. */
const GUARD = `read -r _
kill -TERM "$0" 2>/dev/null
tries=0
while grep -q . "/proc/$0/cmdline" 2>/dev/null; do
  [ $tries -ge 100 ] && kill -KILL -- "-$0"
  tries=$((tries + 1))
  sleep 0.2
done
epmd -kill >/dev/null 2>&1`;

/** One run of a node: the start script and what it starts, in a process group of its own, so that Ctrl-C in a terminal does not reach it. */
export class RabbitNode {
  private child: ChildProcess | undefined;
  private guard: ChildProcess | undefined;
  private ending: Promise<void> | undefined;

  constructor(private readonly options: RabbitNodeOptions) {}

  /** Resolves when AMQP and the management interface answer. */
  async start(): Promise<void> {
    const { script, dir, env } = this.options;
    const output = openSync(join(dir, 'logs', 'start.log'), 'w', 0o600);
    this.child = spawn(script, [], { cwd: dir, env, detached: true, stdio: ['ignore', output, output] });
    closeSync(output);
    this.child.unref();
    await once(this.child, 'spawn');
    this.guard = spawn('/bin/sh', ['-c', GUARD, String(this.child.pid)], {
      env,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.guard.unref();
    (this.guard.stdin as unknown as { unref(): void }).unref();
    await this.untilReady();
  }

  /** Asks the node to stop; after 20 s it is not asked any more. */
  stop(): Promise<void> {
    this.ending ??= this.end('SIGTERM');
    return this.ending;
  }

  /** Ends the whole tree at once. */
  kill(): Promise<void> {
    this.ending ??= this.end('SIGKILL');
    return this.ending;
  }

  private async end(how: NodeJS.Signals): Promise<void> {
    const { dir, settings, env } = this.options;
    const pid = this.child?.pid;
    if (this.guard?.pid !== undefined) signal(this.guard.pid, 'SIGKILL');
    if (pid === undefined) return;
    signal(how === 'SIGKILL' ? -pid : pid, how);
    const deadline = Date.now() + STOP_WITHIN_MS;
    while (!this.hasEnded() || (await processesOf(settings.nodename)).length > 0) {
      if (Date.now() > deadline) signal(-pid, 'SIGKILL');
      await pause(50);
    }
    const names = spawn('epmd', ['-kill'], { env, stdio: 'ignore' });
    await once(names, 'close').catch(() => undefined);
    await rm(join(dir, 'owner'), { force: true });
  }

  private hasEnded(): boolean {
    return this.child === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async untilReady(): Promise<void> {
    const deadline = Date.now() + START_WITHIN_MS;
    while (!(await this.answers())) {
      if (this.hasEnded() || Date.now() > deadline) {
        const reason = `RabbitMQ did not start: ${await this.lastWords()}`;
        await this.kill();
        throw new AxisError('BROKER_AWAY', { reason });
      }
      await pause(100);
    }
  }

  private async answers(): Promise<boolean> {
    const { username, password, ports } = this.options.settings;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const overview = await fetch(`http://127.0.0.1:${ports.management}/api/overview`, {
      headers: { authorization },
    }).catch(() => undefined);
    await overview?.body?.cancel();
    return overview?.ok === true && (await accepts(ports.amqp));
  }

  private async lastWords(): Promise<string> {
    const text = await readFile(join(this.options.dir, 'logs', 'start.log'), 'utf8').catch(() => '');
    return text.trim().split('\n').slice(-5).join(' / ') || `see ${join(this.options.dir, 'logs')}`;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
