import { type Command, InvalidArgumentError, Option } from 'commander';
import { DELIVERY_NEXT, PRIORITY_NAMES, STATUS_NAMES, words } from '#core';
import { type DocumentQuery, type DocumentSummary, type HubClient, type Page } from '#wire';
import { type Shell } from '../shell.js';
import { type Terminal } from '../terminal/terminal.js';
import { endOf, MOMENTS, momentOf } from './moments.js';

/** As many as the hub shows at once. */
const MOST = 500;

interface Options extends DocumentQuery {
  readonly all?: boolean;
  readonly watch?: unknown;
}

/** `truc documents`: what the hub has accepted, the newest first, by the filters of its list. */
export function documentsCommand(shell: Shell): Command {
  const command = shell.watchable(
    shell.command('documents', words('liệt kê, tìm văn bản trên trục', 'list and find documents at the hub')),
  );
  return paged(filtered(command, shell), shell).action(
    shell.does(async (context, { all = false, watch: _watch, q, ...rest }: Options) => {
      const hub = await context.hub();
      const query = { ...rest, q: q?.normalize('NFC') };
      const page = all ? await everyPage(hub, query) : await hub.documents(query);
      context.terminal.result(page, () => show(context.terminal, page));
    }),
  );
}

function filtered(command: Command, shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  const state = new Option('--state <state>', says('có bản gửi ở tình trạng', 'with a delivery in this state'));
  const status = new Option('--status <code>', says('có nơi nhận báo trạng thái', 'with a recipient at this status'));
  return command
    .option('--q <words>', says('trích yếu có chữ (có dấu hay không)', 'words of the subject'))
    .option('--identity <text>', says('mã định danh có', 'the identity contains'))
    .option('--from <moment>', says(`trục nhận từ: ${MOMENTS}`, `accepted since: ${MOMENTS}`), momentOf)
    .option('--to <moment>', says('đến trước lúc, hoặc đến hết ngày', 'before then; a day is included'), endOf)
    .option('--sender <code>', says('mã cơ quan gửi', 'code of the sender'))
    .option('--recipient <code>', says('mã cơ quan nhận', 'code of a recipient'))
    .addOption(state.choices(Object.keys(DELIVERY_NEXT)))
    .addOption(status.choices(Object.keys(STATUS_NAMES).sort()))
    .option('--type <name>', says('tên loại: "Công văn"', 'document type: "Công văn"'), (name) => name.normalize('NFC'))
    .option('--urgent', says('chỉ văn bản khẩn', 'urgent ones only'))
    .option('--no-urgent', says('chỉ văn bản thường', 'ordinary ones only'));
}

function paged(command: Command, shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  return command
    .option('--limit <n>', says(`số dòng, nhiều nhất ${MOST}`, `how many, ${MOST} at most`), asLimit, 50)
    .option('--cursor <cursor>', says('trang sau, như trang trước cho biết', 'the next page, as the one before told'))
    .addOption(new Option('--all', says('mọi trang', 'every page')).conflicts('limit'));
}

async function everyPage(hub: HubClient, query: DocumentQuery): Promise<Page<DocumentSummary>> {
  const items: DocumentSummary[] = [];
  let page = await hub.documents({ ...query, limit: MOST });
  items.push(...page.items);
  while (page.next !== undefined) {
    page = await hub.documents({ ...query, limit: MOST, cursor: page.next });
    items.push(...page.items);
  }
  return { items };
}

function show(terminal: Terminal, { items, next }: Page<DocumentSummary>): void {
  const headings = [
    words('Trục nhận lúc', 'Accepted at'),
    words('Văn bản', 'Document'),
    words('Từ', 'From'),
    words('Trích yếu', 'Subject'),
    words('Độ khẩn', 'Urgency'),
    words('Bản gửi', 'Deliveries'),
  ];
  const rows = items.map(({ acceptedAt, identity, senderName, sender, subject, priority = 0, deliveryStates = {} }) => [
    ...[acceptedAt, identity, senderName ?? sender, subject, PRIORITY_NAMES[priority]],
    Object.entries(deliveryStates)
      .map(([state, count]) => `${count} ${state}`)
      .join('\n'),
  ]);
  terminal.table(headings, rows, words('Không có văn bản nào.', 'No documents.'));
  if (next !== undefined)
    terminal.say(
      words(`Còn nữa: thêm --cursor ${next}, hoặc --all.`, `There are more: add --cursor ${next}, or --all.`),
    );
}

function asLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0 && limit <= MOST) return limit;
  throw new InvalidArgumentError(`1–${MOST}`);
}
