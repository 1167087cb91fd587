import { type Command } from 'commander';
import { vxpCalls, type VxpMessageType, type VxpTransportStatus } from '#wire';
import { type Shell } from '../shell.js';
import { words, type Words } from '#core';
import { printRows, type Column } from './columns.js';
import { VxpDesk, vxpSubcommand, type VxpOptions } from './vxp-desk.js';

const RECEIVED_COLUMNS: Column[] = [
  [words('docId', 'docId'), 'docId'],
  [words('Từ', 'From'), 'from'],
  [words('Đến', 'To'), 'to'],
  [words('Lúc', 'At'), 'created_time'],
  [words('Trạng thái', 'Status'), 'status'],
];
const SENT_COLUMNS: Column[] = [
  [words('senderDocId', 'senderDocId'), 'senderDocId'],
  [words('Nơi nhận', 'Recipient'), 'toCode'],
  [words('Ký hiệu', 'Notation'), 'notation'],
  [words('Trích yếu', 'Subject'), 'title'],
  [words('Gửi lúc', 'Sent'), 'sentTime'],
  [words('Chuyển', 'Transport'), 'sendStatus'],
  [words('Xử lý', 'Status'), 'receiveStatus'],
];

interface ListOptions extends VxpOptions {
  readonly status?: boolean;
  readonly fromDate?: string;
  readonly toDate?: string;
}

/** `truc vxp list`: what waits for the calling system. Looking consumes nothing. */
export function listSubcommand(shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  const command = shell
    .command('list', words('văn bản đang chờ hệ thống nhận', 'the documents waiting for the system'))
    .option('--from-date <day>', says('từ ngày, yyyy/MM/dd', 'first day, yyyy/MM/dd'), wireDay)
    .option('--to-date <day>', says('đến ngày, yyyy/MM/dd', 'last day, yyyy/MM/dd'), wireDay);
  return vxpSubcommand(shell, typed(shell, command)).action(
    shell.does((context, { fromDate, toDate, ...options }: ListOptions) => {
      const call = vxpCalls.getReceivedEdocList({ messageType: messageTypeOf(options), fromDate, toDate });
      return VxpDesk.at(context, options).ask(call, ({ data }) => printRows(context.terminal, RECEIVED_COLUMNS, data));
    }),
  );
}

/** `truc vxp sent`: what the calling system sent and how each copy stands, of one document when its DocId is given. */
export function sentSubcommand(shell: Shell): Command {
  const command = shell.command('sent [docId]', words('văn bản hệ thống đã gửi', 'what the system sent'));
  return vxpSubcommand(shell, typed(shell, command)).action(
    shell.does((context, docId: string | undefined, options: ListOptions) =>
      VxpDesk.at(context, options).ask(vxpCalls.getSentEdocList(messageTypeOf(options), docId), ({ data }) =>
        printRows(context.terminal, SENT_COLUMNS, data),
      ),
    ),
  );
}

/** `truc vxp count`: how much waits for the calling system. */
export function countSubcommand(shell: Shell): Command {
  const command = shell.command('count', words('số văn bản đang chờ', 'how many documents wait'));
  return vxpSubcommand(shell, typed(shell, command)).action(
    shell.does((context, options: ListOptions) => {
      const call = options.status === true ? vxpCalls.countReceiveStatus() : vxpCalls.countReceiveEdoc();
      return VxpDesk.at(context, options).ask(call, ({ count }) => context.terminal.say(String(count)));
    }),
  );
}

const MARKS: Readonly<Record<VxpTransportStatus, Words>> = {
  done: words('báo đã nhận xong một văn bản', 'say that a document was received'),
  fail: words('báo không nhận được một văn bản', 'say that a document could not be received'),
  processing: words('báo đang nhận một văn bản', 'say that a document is being received'),
};

/** `truc vxp done`, `fail` and `processing`: how far the calling system is with a document. */
export function markSubcommands(shell: Shell): Command[] {
  return (['done', 'fail', 'processing'] as const).map((status) =>
    vxpSubcommand(shell, shell.command(`${status} <docId>`, MARKS[status])).action(
      shell.does((context, docId: string, options: VxpOptions) =>
        VxpDesk.at(context, options).ask(vxpCalls.updateStatus(docId, status)),
      ),
    ),
  );
}

function typed(shell: Shell, command: Command): Command {
  return command.option('--status', shell.in(words('trạng thái thay vì văn bản', 'statuses instead of documents')));
}

function messageTypeOf({ status }: ListOptions): VxpMessageType {
  return status === true ? 'status' : 'edoc';
}

/** The interface writes days with slashes; with dashes is what people type. */
function wireDay(text: string): string {
  return text.replaceAll('-', '/');
}
