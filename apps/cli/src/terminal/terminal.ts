import Table from 'cli-table3';
import { type Language, type Words } from '#core';

/** Where a command writes: results to `out`, everything else to `err`. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `out` is a terminal that can be wiped. */
  readonly isScreen?: boolean | undefined;
}

/** Tells people in words and tables, machines in JSON: with `json` nothing but JSON reaches `out`. */
export class Terminal {
  constructor(
    private readonly streams: Streams,
    readonly language: Language,
    readonly json: boolean,
  ) {}

  /** The words of the chosen language. */
  in(words: Words): string {
    return words[this.language];
  }

  /** A line for people; with --json it goes to `err`, where it harms no parser. */
  say(line: Words | string): void {
    const text = `${typeof line === 'string' ? line : this.in(line)}\n`;
    if (this.json) this.streams.err(text);
    else this.streams.out(text);
  }

  /** A text for pipes and files, as it is. */
  print(text: string): void {
    this.streams.out(text);
  }

  /** The same language, for people, onto something else. */
  onto(out: (text: string) => void): Terminal {
    return new Terminal({ out, err: this.streams.err }, this.language, false);
  }

  /** The result of a command: one JSON value with --json, else whatever `print` says. */
  result(value: unknown, print: () => void): void {
    if (this.json) this.streams.out(`${JSON.stringify(value, undefined, 2)}\n`);
    else print();
  }

  /** Begins on a clean screen where there is one; elsewhere nothing. */
  wipe(): void {
    if (!this.json && this.streams.isScreen === true) this.streams.out('\u001B[2J\u001B[H');
  }

  /** A table for people, or `empty` when there is no row. */
  table(headings: readonly Words[], rows: readonly (readonly Cell[])[], empty: Words): void {
    if (rows.length === 0) return this.say(empty);
    const table = new Table({ head: headings.map((heading) => this.in(heading)), style: { head: [], border: [] } });
    for (const row of rows) table.push(row.map((cell) => String(cell ?? '')));
    this.say(table.toString());
  }

  /** Cause and next step of a failure, to `err`. */
  complain(cause: string, remedy?: string): void {
    this.streams.err(remedy === undefined ? `${cause}\n` : `${cause}\n→ ${remedy}\n`);
  }
}

/** What stands in a table. */
export type Cell = string | number | undefined;

/** What a supervisor started by `truc up` tells the command that started it, until it is ready. */
export type SupervisorMessage = { readonly out: string } | { readonly err: string } | { readonly ready: true };

/** The streams of this process, and of the command that started it as a supervisor. A reader that went away (`truc … | head`) ends it quietly. */
export function processStreams(): Streams {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.channel?.unref();
  return {
    isScreen: process.stdout.isTTY,
    out: (text) => write(process.stdout, text, { out: text }),
    err: (text) => write(process.stderr, text, { err: text }),
  };
}

function write(stream: NodeJS.WriteStream, text: string, message: SupervisorMessage): void {
  stream.write(text);
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}
