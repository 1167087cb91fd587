import { basename, extname } from 'node:path';
import { type Command, Option } from 'commander';
import { hanoiDay, words } from '#core';
import { readEnvelope } from '#edxml';
import { type SendForm } from '#wire';
import { type Context } from '../context.js';
import { type KnownSystem } from '../known-systems.js';
import { type Shell } from '../shell.js';
import { CliFailure, EXIT, type ExitCode } from '../terminal/failure.js';
import { readGiven } from './given-file.js';
import { rehearse } from './rehearsal.js';
import { sendOptions } from './send-options.js';
import { waitForDelivery } from './waiting.js';

interface Options {
  readonly system?: string;
  readonly from?: string;
  readonly to?: string[];
  readonly subject?: string;
  readonly type?: string;
  readonly content?: string;
  readonly priority?: string;
  readonly due?: string;
  readonly paper?: boolean;
  readonly number?: string;
  readonly file?: string[];
  readonly key?: string;
  readonly dryRun?: boolean;
  readonly wait?: true | string;
}

/** `truc send`: an edXML file as it is, or fields and files, through the system that speaks for the sender. */
export function sendCommand(shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  const { sender, recipients } = sendOptions(shell);
  return shell
    .command(
      'send [edxml]',
      words(
        'gửi một văn bản: tệp edXML, hoặc --from --to --subject --file',
        'send a document: an edXML file, or --from --to --subject --file',
      ),
    )
    .option('--system <name>', says('gửi qua hệ thống này', 'send through this system'))
    .option('--from <code>', sender)
    .option('--to <codes...>', recipients)
    .option('--subject <text>', says('trích yếu', 'the subject'))
    .option('--type <name>', says('loại văn bản (mặc định: Công văn)', 'type of document'))
    .option('--content <text>', says('nội dung tóm tắt', 'content'))
    .addOption(
      new Option('--priority <n>', says('độ khẩn, từ 1 là khẩn', 'urgency; 1 and above is urgent')).choices([
        '0',
        '1',
        '2',
        '3',
        '4',
      ]),
    )
    .option('--due <day>', says('hạn xử lý, yyyy-MM-dd', 'due date'))
    .option('--paper', says('có bản giấy kèm theo', 'a paper copy follows'))
    .option('--number <number>', says('số văn bản (mặc định: tự cho)', 'its number (given automatically)'))
    .option('--file <paths...>', says('tệp đính kèm', 'files to attach'))
    .option('--key <key>', says('khóa chống gửi trùng', 'idempotency key'))
    .option('--dry-run', says('chỉ kiểm tra, cho từng nơi nhận', 'only check, for each recipient'))
    .option('--wait [seconds]', says('chờ đến nơi (mặc định 30 giây)', 'wait for arrival (30 seconds)'))
    .action(shell.does(send));
}

async function send(context: Context, file: string | undefined, options: Options): Promise<ExitCode> {
  const { key, dryRun, wait } = options;
  const edxml = file === undefined ? undefined : await readGiven(file);
  const system = await systemFor(context, edxml, options);
  if (dryRun === true) return rehearse(context, system, edxml);
  const agency = context.agency(system);
  const sent = edxml === undefined ? await agency.send(await formOf(options), key) : await agency.sendEdxml(edxml, key);
  if (wait !== undefined)
    return waitForDelivery(context, { system, sent, withinMs: 1000 * (wait === true ? 30 : Number(wait)) });
  const { terminal } = context;
  terminal.result({ system: system.name, ...sent }, () => {
    terminal.say(
      words(`${system.name} đã nhận gửi ${sent.identity}.`, `${system.name} took ${sent.identity} over and sends it.`),
    );
    terminal.say(words(`Theo dõi: ./truc trace "${sent.identity}"`, `Follow it: ./truc trace "${sent.identity}"`));
  });
  return EXIT.done;
}

async function systemFor(context: Context, edxml: Buffer | undefined, { system, from }: Options): Promise<KnownSystem> {
  if (system !== undefined) return context.systems.get(system);
  if (edxml === undefined) return context.systems.speakingFor(from ?? missing('--from'));
  const envelope = readEnvelope(edxml, { today: hanoiDay(Date.now()) });
  return context.systems.speakingFor(
    envelope.kind === 'document' ? envelope.header.from.code : envelope.status.from.code,
  );
}

async function formOf(options: Options): Promise<SendForm> {
  const { from, to, subject, type, content, priority, due, paper, number, file = [] } = options;
  return {
    from: from ?? missing('--from'),
    to: (to ?? missing('--to')).flatMap((codes) => codes.split(',')).filter(Boolean),
    subject: (subject ?? missing('--subject')).normalize('NFC'),
    typeName: type?.normalize('NFC'),
    content: content?.normalize('NFC'),
    priority: priority === undefined ? undefined : Number(priority),
    dueOn: due,
    paper,
    number,
    files: await Promise.all(file.map(attachment)),
  };
}

async function attachment(path: string): Promise<NonNullable<SendForm['files']>[number]> {
  const content = await readGiven(path);
  const contentType = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { name: basename(path).normalize('NFC'), contentType, base64: content.toString('base64') };
}

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.zip': 'application/zip',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function missing(option: string): never {
  throw new CliFailure(
    words(`Thiếu ${option}.`, `${option} is missing.`),
    words('Đưa một tệp edXML, hoặc --from, --to và --subject.', 'Give an edXML file, or --from, --to and --subject.'),
    EXIT.wrongUse,
  );
}
