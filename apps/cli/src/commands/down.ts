import { type Command } from 'commander';
import { endLeftovers } from '../axis/leftovers.js';
import { RunRecordFile } from '../axis/run-record.js';
import { endProcess } from '../axis/running-process.js';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { EXIT, type ExitCode } from '../terminal/failure.js';
import { words } from '#core';

const WITHIN_MS = 90_000;

/** `truc down`: stops what `truc up` or `npm start` started, in order. */
export function downCommand(shell: Shell): Command {
  return shell.command('down', words('dừng tất cả', 'stop everything')).action(
    shell.doesHere(async (context) => {
      const { exitCode, what } = await stopAll(context);
      context.terminal.result({ what }, () => context.terminal.say(WORDS[what]));
      return exitCode;
    }),
  );
}

const WORDS = {
  stopped: words('Đã dừng.', 'Stopped.'),
  killed: words('Không dừng kịp: đã buộc dừng.', 'It did not stop in time and was ended.'),
  cleared: words('Đã dừng những gì còn lại từ lần chạy trước.', 'What was left of an earlier run is stopped.'),
  nothing: words('Không có gì đang chạy.', 'Nothing is running.'),
} as const;

/** Stops the supervisor of this data folder, or what a killed one left behind. */
export async function stopAll(context: Context): Promise<{ exitCode: ExitCode; what: keyof typeof WORDS }> {
  const running = await new RunRecordFile(context.config.dataFolder).readAlive();
  if (running === undefined)
    return { exitCode: EXIT.done, what: (await endLeftovers(context)) ? 'cleared' : 'nothing' };
  if (await endProcess(running.supervisor, WITHIN_MS)) return { exitCode: EXIT.done, what: 'stopped' };
  await endLeftovers(context);
  return { exitCode: EXIT.failed, what: 'killed' };
}
