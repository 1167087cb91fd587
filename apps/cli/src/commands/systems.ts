import { type Command } from 'commander';
import { type ConnectedSystem } from '#wire';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { type ExitCode } from '../terminal/failure.js';
import { type Terminal } from '../terminal/terminal.js';
import { type Words, words } from '#core';
import { vxpEndpoint } from '../vxp/vxp-desk.js';
import { type Sureness, whenSure } from './when-sure.js';

/** `truc systems`: who is connected; connecting a system, giving it a new secret, disconnecting it. */
export function systemsCommand(shell: Shell): Command {
  const systems = shell.command('systems', words('các hệ thống kết nối với trục', 'the systems connected to the axis'));
  shell
    .watchable(systems.command('list', { isDefault: true }))
    .description(shell.in(words('liệt kê', 'list them')))
    .action(shell.does(list));
  systems
    .command('add <name>')
    .description(
      shell.in(words('ghi danh một hệ thống; mã bí mật chỉ hiện một lần', 'enrol a system; its secret is shown once')),
    )
    .requiredOption(
      '--for <codes...>',
      shell.in(words('mã các cơ quan hệ thống đại diện', 'codes of the agencies it speaks for')),
    )
    .option('--arrivals', shell.in(words('nhận cả trạng thái 01', 'wants status 01 passed on too')))
    .option(
      '--poll',
      shell.in(
        words(
          'hỏi qua HTTP như client chính thức, không có hộp thư',
          'it polls over HTTP as the official client, without an inbox',
        ),
      ),
    )
    .action(shell.does(add));
  systems
    .command('renew-secret <name>')
    .description(
      shell.in(
        words(
          'cấp mã bí mật mới, chỉ hiện một lần; mã cũ hết hiệu lực ngay',
          'give it a new secret, shown once; the old one ends at once',
        ),
      ),
    )
    .action(shell.does(renewSecret));
  systems
    .command('remove <name>')
    .description(shell.in(words('đưa hệ thống ra khỏi trục', 'take a system off the axis')))
    .option('-y, --yes', shell.in(words('không hỏi lại', 'do not ask')))
    .action(shell.does(remove));
  addLocking(systems, shell);
  return systems;
}

function addLocking(systems: Command, shell: Shell): void {
  systems
    .command('lock <name>')
    .description(
      shell.in(
        words(
          'khóa một hệ thống: không kết nối được, không gửi được; văn bản gửi cho nó nằm chờ',
          'lock a system: it cannot connect or send; what is sent to it waits',
        ),
      ),
    )
    .action(shell.does(lock));
  systems
    .command('unlock <name>')
    .description(shell.in(words('mở khóa; nó tự kết nối lại', 'unlock it; it connects by itself')))
    .action(shell.does(unlock));
}

async function list(context: Context): Promise<void> {
  const { items } = await (await context.hub()).systems();
  const { terminal } = context;
  const headings = [
    words('Hệ thống', 'System'),
    words('Cơ quan', 'Agencies'),
    words('Kết nối', 'Connected'),
    words('Bên nghe', 'Consumers'),
    words('Chờ trong hộp thư', 'Waiting in its inbox'),
    words('Chờ lâu nhất từ', 'Oldest waits since'),
  ];
  const rows = items.map((system) => [
    system.name,
    system.codes.join('\n'),
    terminal.in(standingOf(system)),
    system.consumers ?? '',
    system.queued ?? '',
    terminal.in(oldestOf(system)),
  ]);
  terminal.result(items, () => terminal.table(headings, rows, words('Chưa có hệ thống nào.', 'No system yet.')));
}

function oldestOf({ oldestWaitingSince, oldestWaitingAsOf, oldestWaitingUnknown }: ConnectedSystem): Words {
  if (oldestWaitingUnknown === true) return words('không rõ', 'not known');
  const since = oldestWaitingSince ?? '';
  if (oldestWaitingAsOf === undefined) return words(since, since);
  return words(`${since} (đọc lúc ${oldestWaitingAsOf})`, `${since} (as of ${oldestWaitingAsOf})`);
}

function standingOf({ lockedAt, poll, connected }: ConnectedSystem): Words {
  if (lockedAt !== undefined) return words('BỊ KHOÁ', 'LOCKED');
  if (poll === true) return words('tự hỏi qua HTTP', 'polls over HTTP');
  return connected === true ? words('có', 'yes') : words('VẮNG', 'ABSENT');
}

interface AddOptions {
  readonly for: string[];
  readonly arrivals?: boolean;
  readonly poll?: boolean;
}

async function add(
  context: Context,
  name: string,
  { for: given, arrivals = false, poll = false }: AddOptions,
): Promise<void> {
  const codes = given.flatMap((text) => text.split(',')).filter(Boolean);
  const hub = await context.hub();
  const system = await hub.addSystem({ name, codes, arrivals, poll });
  const { terminal } = context;
  terminal.result(system, () => {
    terminal.say(
      words(
        `Đã ghi danh ${system.name} cho ${system.codes.join(', ')}.`,
        `Enrolled ${system.name} for ${system.codes.join(', ')}.`,
      ),
    );
    if (poll) {
      const endpoint = vxpEndpoint(context);
      terminal.say(words(`Địa chỉ cho client của hệ thống: ${endpoint}`, `The endpoint for its client: ${endpoint}`));
    }
    saySecret(terminal, system.secret);
  });
}

async function renewSecret(context: Context, name: string): Promise<void> {
  const renewed = await (await context.hub()).renewSecret(name);
  const known = await context.systems.find(name);
  const isKept = known?.secret !== undefined;
  if (isKept) await context.systems.keep({ ...known, secret: renewed.secret });
  const { terminal } = context;
  terminal.result(renewed, () => {
    terminal.say(words(`Mã bí mật cũ của ${name} đã hết hiệu lực.`, `The old secret of ${name} has ended.`));
    if (isKept) {
      terminal.say(
        words(
          `Máy này chạy ${name}: dừng bằng ./truc down rồi chạy lại bằng ./truc up để dùng mã mới.`,
          `This machine runs ${name}: ./truc down, then ./truc up to run it with the new one.`,
        ),
      );
    }
    saySecret(terminal, renewed.secret);
  });
}

async function lock(context: Context, name: string): Promise<void> {
  const { terminal } = context;
  const locked = await (await context.hub()).operation.lock(name);
  terminal.result(locked, () =>
    terminal.say(
      words(
        `Đã khóa ${name}. Văn bản gửi cho nó nằm chờ; mở lại bằng ./truc systems unlock ${name}.`,
        `${name} is locked. What is sent to it waits; ./truc systems unlock ${name} lets it in again.`,
      ),
    ),
  );
}

async function unlock(context: Context, name: string): Promise<void> {
  const { terminal } = context;
  const unlocked = await (await context.hub()).operation.unlock(name);
  terminal.result(unlocked, () => terminal.say(words(`Đã mở khóa ${name}.`, `${name} is unlocked.`)));
}

function saySecret(terminal: Terminal, secret: string): void {
  terminal.say(words('Mã bí mật, chỉ hiện một lần này:', 'Its secret, shown this once:'));
  terminal.say(secret);
}

function remove(context: Context, name: string, { yes = false }: Sureness): Promise<ExitCode> {
  const { terminal } = context;
  const question = words(`Đưa hệ thống ${name} ra khỏi trục?`, `Take the system ${name} off the axis?`);
  return whenSure(context, { yes, question }, async () => {
    await (await context.hub()).removeSystem(name);
    await context.systems.forget(name);
    terminal.result({ removed: name }, () =>
      terminal.say(words(`Đã đưa ${name} ra khỏi trục.`, `${name} is off the axis.`)),
    );
  });
}
