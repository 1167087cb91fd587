import { type Command } from 'commander';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { words } from '#core';

/** `truc dlq`: messages nobody could handle, whole and with the reason, and trying one again. */
export function dlqCommand(shell: Shell): Command {
  const dlq = shell.command(
    'dlq',
    words('thư chết: thông điệp không xử lý được', 'dead letters: messages nobody could handle'),
  );
  dlq
    .command('list', { isDefault: true })
    .description(shell.in(words('liệt kê', 'list them')))
    .option('--all', shell.in(words('cả những thư đã xử lý lại', 'those handled again too')))
    .action(shell.does(list));
  dlq
    .command('show <id>')
    .description(shell.in(words('xem trọn một thư', 'show one whole')))
    .action(shell.does(show));
  dlq
    .command('retry <id>')
    .description(shell.in(words('xử lý lại một thư', 'handle one again')))
    .action(shell.does(retry));
  return dlq;
}

async function list(context: Context, { all = false }: { all?: boolean }): Promise<void> {
  const { items } = await (await context.hub()).deadLetters(all ? {} : { open: true });
  const { terminal } = context;
  const headings = [
    words('Mã', 'Id'),
    words('Lúc', 'At'),
    words('Hàng đợi', 'Queue'),
    words('Hệ thống', 'System'),
    words('Lý do', 'Reason'),
    ...(all ? [words('Xử lý lại lúc', 'Handled again at')] : []),
  ];
  const rows = items.map(({ id, at, queue, system, reason, retriedAt }) => [
    ...[id, at, queue, system, reason],
    ...(all ? [retriedAt] : []),
  ]);
  terminal.result(items, () => terminal.table(headings, rows, words('Không có thư chết.', 'No dead letters.')));
}

async function show(context: Context, id: string): Promise<void> {
  const letter = await (await context.hub()).deadLetter(id);
  context.terminal.result(letter, () => {
    for (const [name, value] of Object.entries(letter)) {
      context.terminal.say(`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
    }
  });
}

async function retry(context: Context, id: string): Promise<void> {
  await (await context.hub()).retryDeadLetter(id);
  const { terminal } = context;
  terminal.result({ retried: id }, () => terminal.say(words(`Đã xử lý lại ${id}.`, `${id} was handled again.`)));
}
