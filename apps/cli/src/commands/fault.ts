import { Argument, type Command, Option } from 'commander';
import { FAULTS, type Fault } from '#wire';
import { type Shell } from '../shell.js';
import { words } from '#core';

interface Options {
  readonly system: string;
  readonly delayMs: string;
  readonly forMs?: string;
}

/** `truc fault`: gives a system a fault, or takes it away with `none`. */
export function faultCommand(shell: Shell): Command {
  const kinds = words(
    'down vắng, slow chậm, reject từ chối, duplicate gửi hai lần, no-ack không xác nhận, none khỏi',
    'the fault; none heals',
  );
  return shell
    .command('fault', words('gây lỗi cho một hệ thống, để thử', 'give a system a fault, to try things out'))
    .addArgument(new Argument('<fault>', shell.in(kinds)).choices(FAULTS))
    .requiredOption('--system <name>', shell.in(words('hệ thống', 'the system')))
    .addOption(new Option('--delay-ms <ms>', shell.in(words('độ chậm của slow', 'how slow slow is'))).default('1000'))
    .option('--for-ms <ms>', shell.in(words('tự khỏi sau chừng ấy', 'healthy again after this long')))
    .action(
      shell.does(async (context, fault: Fault['fault'], { system, delayMs, forMs }: Options) => {
        const agency = context.agency(await context.systems.get(system));
        const now = await agency.setFault({
          fault,
          delayMs: fault === 'slow' ? Number(delayMs) : undefined,
          forMs: forMs === undefined ? undefined : Number(forMs),
        });
        const { terminal } = context;
        terminal.result({ system, ...now }, () =>
          terminal.say(words(`${system}: lỗi ${now.fault}.`, `${system}: fault ${now.fault}.`)),
        );
      }),
    );
}
