import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ReadableStream as WebStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { type Command } from 'commander';
import { systemFolder } from '#config';
import { parseAgencyCode, parseSystemName, words } from '#core';
import { ownSecret, VxpClient, type VxpMessageType, type VxpReceived } from '#wire';
import { untilInterrupted } from '../axis/interruption.js';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { explain } from '../terminal/failure.js';
import { attendedSecretFile, secretFor } from './attended-secret.js';
import { nameFor, save } from './fetch-commands.js';
import { missing, vxpEndpoint } from './vxp-desk.js';

const EVERY_MS = 2_000;
const KINDS: readonly VxpMessageType[] = ['edoc', 'status'];

interface Options {
  readonly system?: string;
  readonly for: string[];
}

/** `truc vxp attend`: a system that polls: enrols itself where it may, then saves whatever waits for it and says so, until it is stopped. */
export function attendSubcommand(shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  return shell
    .command('attend', words('trực hộp thư: lấy về mọi thứ đang chờ', 'keep a mailbox: fetch whatever waits'))
    .option('--system <name>', says('hệ thống (hoặc VXP_SYSTEM)', 'the system (or VXP_SYSTEM)'))
    .requiredOption('--for <codes...>', says('mã các cơ quan nó đại diện', 'codes of the agencies it speaks for'))
    .action(
      shell.does(async (context, { system, for: given }: Options) => {
        const name = parseSystemName(system ?? context.config.vxp.system ?? missing('--system', 'VXP_SYSTEM'));
        const secret = await secretOf(context, name, given.flatMap((text) => text.split(',')).map(parseAgencyCode));
        const client = new VxpClient({ url: vxpEndpoint(context), systemId: name, secret });
        const { signal } = untilInterrupted();
        const folder = systemFolder(context.config.dataFolder, name);
        while (!signal.aborted) {
          await round(context, client, folder).catch((error: unknown) => tell(context, error));
          await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
        }
      }),
    );
}

async function secretOf(context: Context, name: string, codes: readonly string[]): Promise<string> {
  const { enrolmentTokenFile: tokenFile, hubUrl, dataFolder, vxp } = context.config;
  if (vxp.secret !== undefined || tokenFile === undefined)
    return secretFor(context, name) ?? missing('--secret', 'VXP_SECRET');
  const secretFile = attendedSecretFile(dataFolder, name);
  return ownSecret({ name, codes, poll: true, hubUrl, tokenFile, secretFile }, (line) => context.terminal.say(line));
}

async function round(context: Context, client: VxpClient, folder: string): Promise<void> {
  for (const messageType of KINDS) {
    for (const letter of await client.getReceivedEdocList({ messageType })) {
      await take(client, letter, join(folder, messageType));
      context.terminal.say(`${messageType} ◀ ${letter.from ?? ''} → ${letter.to ?? ''} ${letter.docId}`);
    }
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'attended'), ''); // its age is the health of a container
}

/** On disk before it is said to be received: who dies in between is given it again. */
async function take(client: VxpClient, { docId }: VxpReceived, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const bytes = await client.downloadEdoc(docId);
  await save(Readable.fromWeb(bytes as WebStream<Uint8Array>), join(folder, nameFor(docId)));
  await client.updateStatus(docId, 'done');
}

function tell({ terminal }: Context, error: unknown): void {
  const { detail, remedy } = explain(error, terminal.language);
  terminal.complain(detail, remedy);
}
