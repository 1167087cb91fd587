import { type Command } from 'commander';
import { STATUS_NAMES, type StatusCode, words } from '#core';
import { type Delivery } from '#wire';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { CliFailure, EXIT } from '../terminal/failure.js';
import { type Terminal } from '../terminal/terminal.js';

interface Options {
  readonly system?: string;
  readonly recipient?: string;
  readonly reason?: string;
}

/** `truc status DOCUMENT`: where it stands at each recipient. `truc status DOCUMENT CODE --system NAME`: reports a status. */
export function statusCommand(shell: Shell): Command {
  return shell
    .command(
      'status <document> [code]',
      words('trạng thái của văn bản; có mã thì báo trạng thái ấy', 'where a document stands; with a code, reports it'),
    )
    .option(
      '--system <name>',
      shell.in(words('hệ thống báo, hoặc nhìn từ hệ thống này', 'the system that reports, or that looks')),
    )
    .option(
      '--recipient <code>',
      shell.in(words('cơ quan nhận, nếu hệ thống có nhiều', 'the recipient, where the system has several')),
    )
    .option('--reason <text>', shell.in(words('lý do (02, 13, 16 bắt buộc)', 'the reason (02, 13 and 16 need one)')))
    .action(
      shell.does(async (context, document: string, code: string | undefined, options: Options) => {
        if (code === undefined) await show(context, document, options);
        else await report(context, document, { ...options, code });
      }),
    );
}

async function show(context: Context, document: string, { system }: Options): Promise<void> {
  const hub = system === undefined ? await context.hub() : context.hubAs(await context.systems.get(system));
  const detail = await hub.document(document);
  const { terminal } = context;
  terminal.result(detail, () => {
    terminal.say(`${detail.identity} · ${detail.subject}`);
    terminal.say(
      words(
        `${detail.senderName ?? detail.sender} gửi lúc ${detail.acceptedAt}`,
        `${detail.senderName ?? detail.sender}, ${detail.acceptedAt}`,
      ),
    );
    printDeliveries(terminal, detail.deliveries);
  });
}

async function report(context: Context, document: string, options: Options & { code: string }): Promise<void> {
  const { system, code, recipient, reason } = options;
  if (system === undefined) {
    throw new CliFailure(
      words('Chưa nói hệ thống nào báo trạng thái.', 'Which system reports?'),
      words('Thêm --system TÊN.', 'Add --system NAME.'),
      EXIT.wrongUse,
    );
  }
  const agency = context.agency(await context.systems.get(system));
  await agency.report(document, {
    code,
    ...(recipient === undefined ? {} : { recipient }),
    ...(reason === undefined ? {} : { reason }),
  });
  const { terminal } = context;
  terminal.result({ document, system, code }, () =>
    terminal.say(words(`${system} đã báo ${statusWords(code)}.`, `${system} reported ${statusWords(code)}.`)),
  );
}

/** A row per recipient: where the delivery stands, and its last status. */
export function printDeliveries(terminal: Terminal, deliveries: readonly Delivery[]): void {
  const headings = [
    words('Nơi nhận', 'Recipient'),
    words('Hệ thống', 'System'),
    words('Chuyển', 'Delivery'),
    words('Trạng thái', 'Status'),
    words('Đến lúc', 'Arrived'),
  ];
  const rows = deliveries.map((delivery) => [
    `${delivery.recipient} ${delivery.name ?? ''}`.trim(),
    delivery.system,
    delivery.state,
    statusWords(delivery.status),
    delivery.arrivedAt,
  ]);
  terminal.table(headings, rows, words('Không có nơi nhận nào.', 'No recipients.'));
}

/** A status code with its name: `03 Đã tiếp nhận`. */
export function statusWords(code: string): string {
  return Object.hasOwn(STATUS_NAMES, code) ? `${code} ${STATUS_NAMES[code as StatusCode]}` : code;
}
