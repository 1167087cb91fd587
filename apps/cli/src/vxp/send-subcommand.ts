import { type Command } from 'commander';
import { hanoiDay, words } from '#core';
import { readEnvelope } from '#edxml';
import { edocFileAt, vxpCalls, type EdocFile } from '#wire';
import { readGiven, unreadable } from '../commands/given-file.js';
import { sendOptions } from '../commands/send-options.js';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { VxpDesk, vxpSubcommand, type VxpOptions } from './vxp-desk.js';

interface Options extends VxpOptions {
  readonly status?: boolean;
  readonly from?: string;
  readonly to?: string[];
}

/** `truc vxp send`: hands an edXML file in, as it is. Without --from the sender is read from the file. */
export function sendSubcommand(shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  const { sender, recipients } = sendOptions(shell);
  const command = shell
    .command(
      'send <edxml>',
      words('gửi một văn bản hoặc trạng thái: tệp edXML', 'send a document or a status: an edXML file'),
    )
    .option('--status', says('tệp là một trạng thái, không phải văn bản', 'the file is a status, not a document'))
    .option('--from <code>', `${sender} ${says('(mặc định: như trong tệp)', '(as the file says)')}`)
    .option('--to <codes...>', `${recipients}${says(', ghi cả vào header to', ', in the header to as well')}`);
  return vxpSubcommand(shell, command).action(
    shell.does((context, path: string, options: Options) => send(VxpDesk.at(context, options), context, path, options)),
  );
}

async function send(desk: VxpDesk, { terminal }: Context, path: string, options: Options): Promise<void> {
  const file = await fileAt(path);
  const call = vxpCalls.sendEdoc({
    file,
    from: options.from ?? (await senderIn(path)),
    messageType: options.status === true ? 'status' : 'edoc',
    to: options.to?.flatMap((codes) => codes.split(',')).filter(Boolean),
  });
  return desk.ask(call, ({ DocId }) => terminal.say(`DocId ${DocId}`));
}

async function fileAt(path: string): Promise<EdocFile> {
  try {
    return await edocFileAt(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function senderIn(path: string): Promise<string> {
  const envelope = readEnvelope(await readGiven(path), { today: hanoiDay(Date.now()) });
  return (envelope.kind === 'document' ? envelope.header : envelope.status).from.code;
}
