import { type Command } from 'commander';
import { type Role, words, type Words } from '#core';
import { type Account, type AccountWithPassword } from '#wire';
import { type Context } from '../context.js';
import { firstAdministrator, sayFirstAdministrator } from '../first-administrator.js';
import { type Shell } from '../shell.js';
import { EXIT, type ExitCode } from '../terminal/failure.js';
import { type Terminal } from '../terminal/terminal.js';
import { ROLE_WORDS, roleOption } from './role-option.js';
import { type Sureness, whenSure } from './when-sure.js';

/** `truc account`: who may sign in at the console; works with the operators' token, so a lost password can be replaced. */
export function accountCommand(shell: Shell): Command {
  const account = shell.command(
    'account',
    words('tài khoản đăng nhập bảng điều khiển', 'who may sign in at the console'),
  );
  const below = (name: string, description: Words): Command => account.command(name).description(shell.in(description));
  account
    .command('list', { isDefault: true })
    .description(shell.in(words('liệt kê', 'list them')))
    .action(shell.does(list));
  below(
    'first',
    words('quản trị viên đầu tiên, khi chưa ai đăng nhập', 'the first administrator, until somebody signs in'),
  ).action(shell.does(first));
  below('add <name>', words('lập tài khoản; mật khẩu chỉ hiện một lần', 'make one; its password is shown once'))
    .addOption(roleOption(shell))
    .action(shell.does(add));
  below('password <name>', words('cấp mật khẩu mới, chỉ hiện một lần', 'give a new password, shown once')).action(
    shell.does(renewPassword),
  );
  below('role <name> <role>', words('đổi vai trò', 'give another role')).action(shell.does(changeRole));
  below('lock <name>', words('khóa; các phiên của tài khoản chấm dứt', 'lock it; its sessions end')).action(
    shell.does((context, name: string) => change(context, name, true)),
  );
  below('unlock <name>', words('mở khóa', 'unlock it')).action(
    shell.does((context, name: string) => change(context, name, false)),
  );
  below('rm <name>', words('xóa tài khoản', 'remove it'))
    .option('-y, --yes', shell.in(words('không hỏi lại', 'do not ask')))
    .action(shell.does(remove));
  return account;
}

async function list(context: Context): Promise<void> {
  const { terminal } = context;
  const items = await (await context.hub()).accounts.list();
  const headings = [
    words('Tên', 'Name'),
    words('Vai trò', 'Role'),
    words('Đăng nhập lần cuối', 'Last signed in'),
    words('Bị khóa từ', 'Locked since'),
  ];
  const rows = items.map((account) => [
    account.name,
    terminal.in(ROLE_WORDS[account.role]),
    account.lastSignedInAt,
    account.lockedAt,
  ]);
  terminal.result(items, () => terminal.table(headings, rows, words('Chưa có tài khoản nào.', 'No account yet.')));
}

async function first(context: Context): Promise<ExitCode> {
  const found = await firstAdministrator(context);
  if (found === undefined) {
    context.terminal.complain(
      context.terminal.in(words('Đã có người đăng nhập.', 'Somebody has signed in already.')),
      context.terminal.in(
        words('Quên mật khẩu: ./truc account password admin', 'A lost password: ./truc account password admin'),
      ),
    );
    return EXIT.failed;
  }
  if (context.terminal.json) context.terminal.result(found, () => undefined);
  else await sayFirstAdministrator(context);
  return EXIT.done;
}

async function add(context: Context, name: string, { role }: { role: Role }): Promise<void> {
  const made = await (await context.hub()).accounts.add({ name, role });
  sayPassword(context.terminal, made, words(`Đã lập tài khoản ${name}.`, `Made the account ${name}.`));
}

async function renewPassword(context: Context, name: string): Promise<void> {
  const renewed = await (await context.hub()).accounts.renewPassword(name);
  const ended = words(
    `Mật khẩu cũ của ${name} hết hiệu lực, các phiên đã chấm dứt.`,
    `The old password of ${name} and its sessions have ended.`,
  );
  sayPassword(context.terminal, renewed, ended);
}

async function changeRole(context: Context, name: string, role: Role): Promise<void> {
  say(context.terminal, await (await context.hub()).accounts.change(name, { role }));
}

async function change(context: Context, name: string, locked: boolean): Promise<void> {
  say(context.terminal, await (await context.hub()).accounts.change(name, { locked }));
}

function remove(context: Context, name: string, { yes = false }: Sureness): Promise<ExitCode> {
  const { terminal } = context;
  const question = words(`Xóa tài khoản ${name}?`, `Remove the account ${name}?`);
  return whenSure(context, { yes, question }, async () => {
    await (await context.hub()).accounts.remove(name);
    terminal.result({ removed: name }, () => terminal.say(words(`Đã xóa ${name}.`, `${name} is removed.`)));
  });
}

function say(terminal: Terminal, account: Account): void {
  const { name, role, lockedAt } = account;
  const [roleVi, roleEn] = [ROLE_WORDS[role].vi, ROLE_WORDS[role].en];
  const [isVi, isEn] = lockedAt === undefined ? ['đăng nhập được', 'may sign in'] : ['đang bị khóa', 'is locked'];
  terminal.result(account, () => terminal.say(words(`${name}: ${roleVi}, ${isVi}.`, `${name}: ${roleEn}, ${isEn}.`)));
}

function sayPassword(terminal: Terminal, made: AccountWithPassword, line: Words): void {
  terminal.result(made, () => {
    terminal.say(line);
    terminal.say(words('Mật khẩu, chỉ hiện một lần này:', 'Its password, shown this once:'));
    terminal.say(made.password);
  });
}
