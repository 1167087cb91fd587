import { type Command } from 'commander';
import {
  curlOf,
  requestOf,
  VxpClient,
  type VxpCall,
  type VxpCaller,
  type VxpOk,
  type VxpQuestion,
  type VxpReply,
} from '#wire';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { secretFor } from './attended-secret.js';
import { CliFailure, EXIT } from '../terminal/failure.js';
import { type Terminal } from '../terminal/terminal.js';
import { words } from '#core';

/** What every `truc vxp` command is told. */
export interface VxpOptions {
  readonly system?: string;
  readonly secret?: string;
  readonly endpoint?: string;
  readonly curl?: boolean;
}

/** Where the axis listens for the official client, unless --endpoint says otherwise. */
export function vxpEndpoint({ config }: Context): string {
  return `${config.hubUrl.replace(/\/+$/, '')}/vxp`;
}

/** A command of `truc vxp`, with the options they all have. */
export function vxpSubcommand(shell: Shell, command: Command): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  return command
    .option('--system <name>', says('hệ thống gọi (hoặc VXP_SYSTEM)', 'the calling system (or VXP_SYSTEM)'))
    .option('--secret <secret>', says('mã bí mật của nó (hoặc VXP_SECRET)', 'its secret (or VXP_SECRET)'))
    .option('--endpoint <url>', says('địa chỉ giao diện (mặc định: trục ở đây)', 'the interface (the axis here)'))
    .option('--curl', says('in lệnh curl thay vì gọi', 'print the curl command instead of calling'));
}

/** Calls as the official client does, showing each call and its reply; with --curl it prints the call and makes none. */
export class VxpDesk {
  private readonly client: VxpClient;
  private readonly terminal: Terminal;

  constructor(
    context: Context,
    private readonly caller: VxpCaller,
    private readonly isCurlWanted: boolean,
  ) {
    this.client = new VxpClient(caller);
    this.terminal = context.terminal;
  }

  static at(context: Context, { system, secret, endpoint, curl }: VxpOptions): VxpDesk {
    const systemId = system ?? context.config.vxp.system ?? missing('--system', 'VXP_SYSTEM');
    const key = secret ?? secretFor(context, systemId) ?? missing('--secret', 'VXP_SECRET');
    const caller = { url: endpointOf(endpoint ?? vxpEndpoint(context)), systemId, secret: key };
    return new VxpDesk(context, caller, curl === true);
  }

  /** Calls and prints the reply, as JSON with --json. */
  async ask<R extends VxpReply>(
    call: VxpQuestion<R>,
    print: (reply: VxpOk<R>) => void = () => undefined,
  ): Promise<void> {
    const reply = await this.reply(call);
    if (reply !== undefined) this.terminal.result(reply, () => print(reply));
  }

  /** The reply; undefined when only the curl command was wanted. */
  async reply<R extends VxpReply>(call: VxpQuestion<R>): Promise<VxpOk<R> | undefined> {
    if (!this.isToBeMade(call)) return undefined;
    const reply = await this.client.ask(call);
    this.terminal.say(`← ${reply.status} ${reply.ErrorCode} ${reply.ErrorDesc}`);
    return reply;
  }

  /** The bytes that answer a call; undefined when only the curl command was wanted. */
  async download(call: VxpCall): Promise<ReadableStream<Uint8Array> | undefined> {
    return this.isToBeMade(call) ? this.client.download(call) : undefined;
  }

  private isToBeMade(call: VxpCall): boolean {
    if (this.isCurlWanted) {
      const curl = curlOf(requestOf(this.caller, call));
      this.terminal.result({ curl }, () => this.terminal.say(curl));
      return false;
    }
    const parameters = Object.entries({ ...call.parameters, ...call.lateParameters });
    const told = parameters.map(([name, value]) => ` ${name}=${value.length > 80 ? `${value.slice(0, 79)}…` : value}`);
    this.terminal.say(`→ ${call.method} ${this.caller.url}/${call.operation}${told.join('')}`);
    return true;
  }
}

function endpointOf(text: string): string {
  if (URL.canParse(text) && /^https?:/i.test(text)) return text.replace(/\/+$/, '');
  throw new CliFailure(
    words(`--endpoint không phải là một địa chỉ http: ${text}`, `--endpoint is no http address: ${text}`),
    words('Ví dụ: --endpoint http://127.0.0.1:8080/vxp', 'For example: --endpoint http://127.0.0.1:8080/vxp'),
    EXIT.wrongUse,
  );
}

/** Says which option, or which name of the environment, is missing. */
export function missing(option: string, name: string): never {
  throw new CliFailure(
    words(`Thiếu ${option}.`, `${option} is missing.`),
    words(
      `Thêm ${option}, hoặc đặt ${name}. Ghi danh một hệ thống: ./truc systems add TÊN --for MÃ --poll`,
      `Add ${option}, or set ${name}. Enrol a system: ./truc systems add NAME --for CODE --poll`,
    ),
    EXIT.wrongUse,
  );
}
