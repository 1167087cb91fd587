import { type Command } from 'commander';
import { hanoiIso, words } from '#core';
import { type Shell } from '../shell.js';
import { MOMENTS, momentOf } from './moments.js';

/** `truc resend`: for a system that lost its store, everything accepted for it since a moment, once more. */
export function resendCommand(shell: Shell): Command {
  return shell
    .command('resend', words('gửi lại cho một hệ thống đã mất kho', 'deliver again to a system that lost its store'))
    .requiredOption('--system <name>', shell.in(words('hệ thống nhận', 'the receiving system')))
    .requiredOption('--since <moment>', shell.in(words(`từ lúc: ${MOMENTS}`, `since: ${MOMENTS}`)), momentOf)
    .action(
      shell.does(async (context, { system, since }: { system: string; since: string }) => {
        const answer = await (await context.hub()).resend(system, since);
        const { terminal } = context;
        const from = hanoiIso(Date.parse(since));
        terminal.result(answer, () =>
          terminal.say(
            words(
              `Đã gửi lại ${answer.documents} văn bản nhận từ ${from} cho ${system}.`,
              `${answer.documents} documents accepted since ${from} go to ${system} again.`,
            ),
          ),
        );
      }),
    );
}
