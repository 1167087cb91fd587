import { type Command } from 'commander';
import { type Role, words } from '#core';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { type ExitCode } from '../terminal/failure.js';
import { ROLE_WORDS, roleOption } from './role-option.js';
import { type Sureness, whenSure } from './when-sure.js';

/** `truc token`: the bearer tokens of programs, each with a role and to be revoked by itself. */
export function tokenCommand(shell: Shell): Command {
  const token = shell.command('token', words('mã truy cập của các chương trình', 'tokens of programs'));
  token
    .command('list', { isDefault: true })
    .description(shell.in(words('liệt kê', 'list them')))
    .action(shell.does(list));
  token
    .command('add <name>')
    .description(
      shell.in(words('lập mã cho một chương trình; chỉ hiện một lần', 'make one for a program; it is shown once')),
    )
    .addOption(roleOption(shell))
    .action(shell.does(add));
  token
    .command('revoke <id>')
    .description(
      shell.in(words('thu hồi; chương trình dùng nó bị từ chối ngay', 'revoke it; its program is refused at once')),
    )
    .option('-y, --yes', shell.in(words('không hỏi lại', 'do not ask')))
    .action(shell.does(revoke));
  return token;
}

async function list(context: Context): Promise<void> {
  const { terminal } = context;
  const items = await (await context.hub()).tokens.list();
  const headings = [
    words('Số hiệu', 'Id'),
    words('Dùng cho', 'Used by'),
    words('Vai trò', 'Role'),
    words('Lập lúc', 'Made'),
    words('Dùng lần cuối', 'Last used'),
  ];
  const rows = items.map(({ id, name, role, createdAt, lastUsedAt }) => [
    ...[id, name, terminal.in(ROLE_WORDS[role]), createdAt, lastUsedAt],
  ]);
  terminal.result(items, () => terminal.table(headings, rows, words('Chưa có mã truy cập nào.', 'No tokens yet.')));
}

async function add(context: Context, given: string, { role }: { role: Role }): Promise<void> {
  const name = given.normalize('NFC');
  const made = await (await context.hub()).tokens.add({ name, role });
  const { terminal } = context;
  terminal.result(made, () => {
    const { vi, en } = ROLE_WORDS[role];
    terminal.say(
      words(
        `Đã lập mã truy cập cho ${name}, vai trò ${vi}; thu hồi bằng ./truc token revoke ${made.id}.`,
        `Made a token for ${name}, role ${en}; ./truc token revoke ${made.id} ends it.`,
      ),
    );
    terminal.say(words('Mã truy cập, chỉ hiện một lần này:', 'The token, shown this once:'));
    terminal.say(made.token);
  });
}

function revoke(context: Context, id: string, { yes = false }: Sureness): Promise<ExitCode> {
  const { terminal } = context;
  const question = words(`Thu hồi mã truy cập ${id}?`, `Revoke the token ${id}?`);
  return whenSure(context, { yes, question }, async () => {
    await (await context.hub()).tokens.revoke(id);
    terminal.result({ revoked: id }, () => terminal.say(words(`Đã thu hồi ${id}.`, `${id} is revoked.`)));
  });
}
