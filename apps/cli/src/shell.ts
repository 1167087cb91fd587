import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { cliConfig, type Environment } from '#config';
import { Context } from './context.js';
import { CliFailure, EXIT, explain, type ExitCode } from './terminal/failure.js';
import { Terminal, type Streams } from './terminal/terminal.js';
import { words, type Language, type Words } from '#core';

/** What a command does; it resolves with its exit code, or with nothing for 0. */
export type Work<A extends unknown[]> = (context: Context, ...args: A) => Promise<ExitCode | void>;

/** What a command line runs in: where it writes, and what it is told by its environment (that of the process when left out). */
export interface World {
  readonly streams: Streams;
  readonly environment?: Environment | undefined;
  /** Ends what --watch repeats; Ctrl-C does too. */
  readonly signal?: AbortSignal | undefined;
}

/** Binds commands to the terminal: language, --json, exit code, and failures told in sentences. */
export class Shell {
  exitCode: ExitCode = EXIT.done;

  constructor(
    private readonly world: World,
    readonly language: Language,
  ) {}

  /** A command described in the chosen language. */
  command(nameAndArguments: string, description: Words): Command {
    const [name, ...args] = nameAndArguments.split(' ');
    const command = new Command(name).description(description[this.language]);
    for (const argument of args) command.argument(argument);
    return command;
  }

  in(words: Words): string {
    return words[this.language];
  }

  /** A commander action that does `work` in a fresh context. */
  does<A extends unknown[]>(work: Work<A>): (this: Command, ...args: A) => Promise<void> {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- commander hands the command over as `this`
    const shell = this;
    return async function (this: Command, ...args: A): Promise<void> {
      const { json, watch } = this.optsWithGlobals<{ json?: boolean; watch?: true | string }>();
      const terminal = shell.terminal(json === true);
      const once = (): Promise<void> => shell.once(terminal, (context) => work(context, ...args));
      if (watch === undefined) return once();
      const everyMs = 1000 * (watch === true ? 2 : Math.max(0.05, Number(watch) || 2));
      while (shell.world.signal?.aborted !== true) {
        terminal.wipe();
        await once();
        await pause(everyMs, undefined, { signal: shell.world.signal }).catch(() => undefined);
      }
    };
  }

  /** Like `does`, for what starts, stops or wipes programs of this machine; refused where the axis runs in containers. */
  doesHere<A extends unknown[]>(work: Work<A>): (this: Command, ...args: A) => Promise<void> {
    return this.does((context, ...args: A) => {
      if (context.config.nodes !== undefined) throw inContainers();
      return work(context, ...args);
    });
  }

  /** Adds --watch: the command again and again, on a clean screen where there is one. */
  watchable(command: Command): Command {
    return command.option(
      '--watch [seconds]',
      this.in(words('lặp lại (mặc định 2 giây)', 'again and again (every 2 seconds)')),
    );
  }

  private async once(terminal: Terminal, work: (context: Context) => Promise<ExitCode | void>): Promise<void> {
    try {
      this.exitCode = (await work(new Context(cliConfig(this.world.environment), terminal))) ?? EXIT.done;
    } catch (error) {
      this.fail(error, terminal);
    }
  }

  /** Tells a failure on stderr, as JSON with --json, and keeps its exit code. */
  fail(error: unknown, terminal: Terminal = this.terminal(false)): void {
    const { code, detail, remedy, exitCode } = explain(error, this.language);
    this.exitCode = exitCode;
    if (terminal.json) this.world.streams.err(`${JSON.stringify({ code, detail, remedy, exitCode })}\n`);
    else terminal.complain(detail, remedy);
  }

  private terminal(json: boolean): Terminal {
    return new Terminal(this.world.streams, this.language, json);
  }
}

function inContainers(): CliFailure {
  return new CliFailure(
    words(
      'Trục này chạy trong container, không do lệnh này quản lý.',
      'This axis runs in containers, which this command does not manage.',
    ),
    words(
      'Dùng docker compose -f docker/compose.yaml up, stop hoặc down -v trên máy.',
      'Use docker compose -f docker/compose.yaml up, stop or down -v on the machine itself.',
    ),
    EXIT.wrongUse,
  );
}
