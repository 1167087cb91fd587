import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CliFailure } from '../terminal/failure.js';
import { words, type Words } from '#core';

export interface ProgramOptions {
  readonly name: string;
  /** What Node runs. */
  readonly script: string;
  /** Flags of Node itself. */
  readonly nodeFlags?: readonly string[];
  readonly env: Record<string, string>;
  /** Its output goes to the end of this file; one over 10 MB is put aside first. */
  readonly logFile: string;
  readonly say: (line: Words) => void;
  /** Called whenever a process was started or has ended. */
  readonly onChange: () => void;
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const LONGEST_PAUSE_MS = 10_000;
/** A run this long counts as a good one: the next failure is answered quickly again. */
const GOOD_RUN_MS = 30_000;

/** Waits for the end of its standard input, which comes when this process dies, then asks the program to end too. */
const GUARD = 'read -r _; kill -TERM "$0" 2>/dev/null';

/**
 * A program in a process group of its own, so that Ctrl-C in the terminal does not reach it: it is stopped in order. Once it was ready it is
 * started again when it dies, after 0.5 s and then twice as long each time, up to 10 s. It does not outlive this process.
 */
export class Program {
  private child: ChildProcess | undefined;
  private guard: ChildProcess | undefined;
  private isKept = false;
  private isStopping = false;
  private failures = 0;
  private startedAt = 0;

  constructor(private readonly options: ProgramOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** Undefined while it does not run. */
  get pid(): number | undefined {
    return this.hasEnded() ? undefined : this.child?.pid;
  }

  start(): void {
    if (this.isStopping) return;
    const { script, nodeFlags = [], env, logFile, onChange } = this.options;
    const log = openLog(logFile);
    this.startedAt = Date.now();
    this.child = spawn(process.execPath, [...nodeFlags, script], { env, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    this.child.once('close', (code, signal) => void this.ended(code ?? signal));
    if (this.child.pid !== undefined) this.watchOver(this.child.pid);
    onChange();
  }

  /** Resolves when nothing is lacking any more (`lack` answers undefined); from then on the program is kept running. Rejects with its last words when it ends before. */
  async untilReady(lack: () => Promise<string | undefined>, withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const lacking = await lack().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
      if (lacking === undefined) break;
      if (this.hasEnded()) throw this.failure(words('đã dừng ngay khi khởi động', 'ended while starting'));
      if (Date.now() > deadline) {
        throw this.failure(words(`không sẵn sàng kịp (${lacking})`, `was not ready in time (${lacking})`));
      }
      await pause(100);
    }
    this.isKept = true;
  }

  /** Asks it to end and waits; after `withinMs` it is ended. True when it ended by itself. */
  async stop(withinMs: number): Promise<boolean> {
    this.isStopping = true;
    this.guard?.kill('SIGKILL');
    this.child?.kill('SIGTERM');
    const deadline = Date.now() + withinMs;
    while (!this.hasEnded()) {
      if (Date.now() > deadline) {
        this.kill();
        return false;
      }
      await pause(25);
    }
    return true;
  }

  /** Ends it at once. */
  kill(): void {
    this.isStopping = true;
    this.guard?.kill('SIGKILL');
    this.child?.kill('SIGKILL');
  }

  private hasEnded(): boolean {
    return this.child === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async ended(how: number | NodeJS.Signals | null): Promise<void> {
    this.guard?.kill('SIGKILL');
    this.options.onChange();
    if (this.isStopping || !this.isKept) return;
    this.failures = Date.now() - this.startedAt > GOOD_RUN_MS ? 1 : this.failures + 1;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** this.failures);
    const { name, logFile, say } = this.options;
    say(
      words(
        `✗ ${name} đã dừng (${how ?? '?'}); khởi động lại sau ${pauseMs / 1000} s. Nhật ký: ${logFile}`,
        `✗ ${name} ended (${how ?? '?'}); starting it again in ${pauseMs / 1000} s. Log: ${logFile}`,
      ),
    );
    await pause(pauseMs);
    this.start();
  }

  private watchOver(pid: number): void {
    this.guard = spawn('/bin/sh', ['-c', GUARD, String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    this.guard.on('error', () => undefined);
    this.guard.unref();
    (this.guard.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  }

  private failure(what: Words): CliFailure {
    const { name, logFile } = this.options;
    const lastWords = tail(logFile);
    return new CliFailure(
      words(`${name} ${what.vi}.\n${lastWords}`, `${name} ${what.en}.\n${lastWords}`),
      words(`Xem ${logFile}.`, `See ${logFile}.`),
    );
  }
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function tail(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(-8);
  return lines.map((line) => `  ${line.slice(0, 500)}`).join('\n');
}
