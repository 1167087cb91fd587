import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ReadableStream as WebStream } from 'node:stream/web';
import { type Command } from 'commander';
import { edocOf, UnreachableError, vxpCalls, VxpRefusal } from '#wire';
import { unwritable } from '../commands/given-file.js';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { CliFailure } from '../terminal/failure.js';
import { words } from '#core';
import { VxpDesk, vxpSubcommand, type VxpOptions } from './vxp-desk.js';

interface Options extends VxpOptions {
  readonly out?: string;
}

/** `truc vxp get`: a document through getEdoc (base64 in JSON), saved as a file. */
export function getSubcommand(shell: Shell): Command {
  const command = shell.command('get <docId>', words('lấy một văn bản (getEdoc)', 'get a document (getEdoc)'));
  return saving(shell, command).action(
    shell.does(async (context, docId: string, options: Options) => {
      const reply = await VxpDesk.at(context, options).reply(vxpCalls.getEdoc(docId));
      if (reply === undefined) return;
      const file = options.out ?? nameFor(docId);
      await save([edocOf(reply)], file);
      await tellSaved(context, docId, file);
    }),
  );
}

/** `truc vxp download`: the same through downloadEdoc (the bytes themselves), streamed into a file. */
export function downloadSubcommand(shell: Shell): Command {
  const command = shell.command(
    'download <docId>',
    words('tải một văn bản (downloadEdoc)', 'download a document (downloadEdoc)'),
  );
  return saving(shell, command).action(
    shell.does(async (context, docId: string, options: Options) => {
      const bytes = await download(VxpDesk.at(context, options), docId);
      if (bytes === undefined) return;
      const file = options.out ?? nameFor(docId);
      await save(Readable.fromWeb(bytes as WebStream<Uint8Array>), file);
      await tellSaved(context, docId, file);
    }),
  );
}

function saving(shell: Shell, command: Command): Command {
  const description = shell.in(words('lưu vào tệp này (mặc định: <docId>.edxml)', 'the file (<docId>.edxml)'));
  return vxpSubcommand(shell, command.option('--out <file>', description));
}

async function download(desk: VxpDesk, docId: string): Promise<ReadableStream<Uint8Array> | undefined> {
  try {
    return await desk.download(vxpCalls.downloadEdoc(docId));
  } catch (error) {
    if (!(error instanceof VxpRefusal)) throw error;
    throw new CliFailure(
      words(`Trục không cho tải ${docId} (${error.code}).`, `The axis does not hand out ${docId} (${error.code}).`),
      words(`Lý do: ./truc vxp get ${docId}`, `The reason: ./truc vxp get ${docId}`),
    );
  }
}

/** Writes a file, under its name only when it is whole. */
export async function save(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(bytes, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const isOurs = (error as NodeJS.ErrnoException).syscall !== undefined; // the disk names it, a stream that broke off does not
    throw isOurs ? unwritable(file, error) : new UnreachableError(file, error);
  }
}

async function tellSaved({ terminal }: Context, docId: string, file: string): Promise<void> {
  const { size: bytes } = await stat(file);
  terminal.result({ docId, file, bytes }, () =>
    terminal.say(words(`Đã lưu ${bytes} byte vào ${file}.`, `Saved ${bytes} bytes to ${file}.`)),
  );
}

/** The name of the file of a letter. */
export function nameFor(docId: string): string {
  return `${docId.replace(/[^\w.-]/g, '_')}.edxml`;
}
