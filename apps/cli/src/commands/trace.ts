import { type Command } from 'commander';
import { type Shell } from '../shell.js';
import { words } from '#core';

/** `truc trace`: the way of a document in words: every hop with its time, what it waits for, since when, what to do. */
export function traceCommand(shell: Shell): Command {
  return shell
    .watchable(
      shell.command(
        'trace <document>',
        words('đường đi của văn bản, theo mã hoặc mã định danh', 'the way of a document, by id or identity'),
      ),
    )
    .action(
      shell.does(async (context, document: string) => {
        const trace = await (await context.hub()).trace(document);
        context.terminal.result(trace, () => {
          for (const { at, text } of trace.lines)
            context.terminal.say(at === undefined ? `${' '.repeat(25)} ${text}` : `${at} ${text}`);
        });
      }),
    );
}
