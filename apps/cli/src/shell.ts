import { Command } from 'commander';
import { cliConfig, type Environment } from '#config';
import { Context } from './context.js';
import { EXIT, explain, type ExitCode } from './terminal/failure.js';
import { Terminal, type Streams } from './terminal/terminal.js';
import { type Language, type Words } from './terminal/words.js';

/** What a command does; it resolves with its exit code, or with nothing for 0. */
export type Work<A extends unknown[]> = (context: Context, ...args: A) => Promise<ExitCode | void>;

/** What a command line runs in: where it writes, and what it is told by its environment (that of the process when left out). */
export interface World {
  readonly streams: Streams;
  readonly environment?: Environment | undefined;
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
      const terminal = shell.terminal(this.optsWithGlobals<{ json?: boolean }>().json === true);
      try {
        shell.exitCode = (await work(new Context(cliConfig(shell.world.environment), terminal), ...args)) ?? EXIT.done;
      } catch (error) {
        shell.fail(error, terminal);
      }
    };
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
