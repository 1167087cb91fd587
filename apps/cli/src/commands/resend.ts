import { type Command, InvalidArgumentError } from 'commander';
import { hanoiIso } from '#core';
import { type Shell } from '../shell.js';
import { words } from '../terminal/words.js';

/** `truc resend`: for a system that lost its store, everything accepted for it since a moment, once more. */
export function resendCommand(shell: Shell): Command {
  return shell
    .command('resend', words('gửi lại cho một hệ thống đã mất kho', 'deliver again to a system that lost its store'))
    .requiredOption('--system <name>', shell.in(words('hệ thống nhận', 'the receiving system')))
    .requiredOption(
      '--since <moment>',
      shell.in(words('từ lúc: 2026-01-31, 2026-01-31T08:00, 2h, 3d', 'since: 2026-01-31, 2026-01-31T08:00, 2h, 3d')),
      momentOf,
    )
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

const AGO = /^(\d{1,5})(m|h|d)$/;
const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A moment as ISO 8601 with offset: a day or a time without offset is of Hanoi, `2h` is two hours ago. */
export function momentOf(text: string): string {
  const ago = AGO.exec(text);
  if (ago !== null)
    return new Date(Date.now() - Number(ago[1]) * UNITS_MS[ago[2] as keyof typeof UNITS_MS]).toISOString();
  const withTime = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text;
  const withOffset = /(Z|[+-]\d{2}:\d{2})$/.test(withTime) ? withTime : `${withTime}+07:00`;
  const moment = new Date(withOffset);
  if (Number.isNaN(moment.getTime())) throw new InvalidArgumentError('2026-01-31, 2026-01-31T08:00, 2h, 3d');
  return moment.toISOString();
}
