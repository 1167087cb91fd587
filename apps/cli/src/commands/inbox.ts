import { type Command } from 'commander';
import { type Shell } from '../shell.js';
import { words } from '#core';
import { statusWords } from './status.js';

interface Options {
  readonly system: string;
  readonly outgoing?: boolean;
  readonly limit: string;
}

/** `truc inbox`: what a system received, or with --outgoing what it sent. Looking consumes nothing. */
export function inboxCommand(shell: Shell): Command {
  return shell
    .watchable(shell.command('inbox', words('văn bản đến của một hệ thống', 'what a system received')))
    .requiredOption('--system <name>', shell.in(words('hệ thống', 'the system')))
    .option('--outgoing', shell.in(words('văn bản đi', 'what it sent instead')))
    .option('--limit <n>', shell.in(words('số dòng', 'how many')), '50')
    .action(
      shell.does(async (context, { system, outgoing, limit }: Options) => {
        const agency = context.agency(await context.systems.get(system));
        const query = { limit: Number(limit) };
        const { terminal } = context;
        if (outgoing === true) {
          const { items } = await agency.outgoing(query);
          const rows = items.map((item) => [
            item.createdAt,
            item.identity,
            item.subject,
            item.state,
            item.recipients.map(({ code, status }) => `${code} ${statusWords(status)}`).join('\n'),
          ]);
          const headings = [
            words('Lúc', 'At'),
            words('Văn bản', 'Document'),
            words('Trích yếu', 'Subject'),
            words('Trục', 'Hub'),
            words('Nơi nhận', 'Recipients'),
          ];
          return terminal.result(items, () =>
            terminal.table(headings, rows, words('Chưa gửi gì.', 'Nothing sent yet.')),
          );
        }
        const { items } = await agency.incoming(query);
        const rows = items.map((item) => [
          item.receivedAt,
          item.identity,
          item.fromName ?? item.from,
          item.subject,
          item.recipients.map(({ code, status }) => `${code} ${statusWords(status)}`).join('\n'),
        ]);
        const headings = [
          words('Lúc', 'At'),
          words('Văn bản', 'Document'),
          words('Từ', 'From'),
          words('Trích yếu', 'Subject'),
          words('Trạng thái', 'Status'),
        ];
        terminal.result(items, () => terminal.table(headings, rows, words('Chưa nhận gì.', 'Nothing received yet.')));
      }),
    );
}
