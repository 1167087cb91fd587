import { setTimeout as pause } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { untilInterrupted } from '../axis/interruption.js';
import { type Context } from '../context.js';
import { SAMPLE_DOCUMENTS } from '../demo/sample-documents.js';
import { type Shell } from '../shell.js';
import { explain } from '../terminal/failure.js';
import { words } from '#core';

/** `truc demo`: a sample document every few seconds, of each sender in turn, until Ctrl-C. */
export function demoCommand(shell: Shell): Command {
  return shell
    .command(
      'demo',
      words('gửi đều đặn văn bản mẫu tới khi nhấn Ctrl-C', 'send sample documents steadily until Ctrl-C'),
    )
    .option('--every <seconds>', shell.in(words('bao nhiêu giây một văn bản', 'seconds between two')), secondsOf, 5)
    .action(
      shell.does(async (context, { every }: { every: number }) => {
        const { signal } = untilInterrupted();
        for (let turn = 0; !signal.aborted; turn += 1) {
          await sendOne(context, turn);
          await pause(1000 * every, undefined, { signal }).catch(() => undefined);
        }
      }),
    );
}

/** One that cannot be sent now is told, and the next one tried in its turn. */
async function sendOne(context: Context, turn: number): Promise<void> {
  const { terminal } = context;
  const sample = SAMPLE_DOCUMENTS[turn % SAMPLE_DOCUMENTS.length];
  if (sample === undefined) return;
  try {
    const { identity } = await context.agency(await context.systems.get(sample.system)).send(sample.form);
    terminal.say(`${sample.system} ▶ ${identity} → ${sample.form.to.join(', ')}`);
  } catch (error) {
    const { detail, remedy } = explain(error, terminal.language);
    terminal.complain(detail, remedy);
  }
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (seconds >= 0.1 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError('0.1 … 86400');
}
