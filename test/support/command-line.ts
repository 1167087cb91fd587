import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTruc } from '../../apps/cli/src/program.js';

/** What one command line wrote and ended with. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line beside a server that answers as hub and agencies would, and a data folder of its own. */
export class CommandLine {
  /** What the server answers, by `METHOD /path?query`; anything else is not found. */
  answers: Record<string, { readonly status?: number; readonly body: unknown }> = {};
  /** What it was asked. */
  readonly asked: {
    readonly call: string;
    readonly body: string;
    readonly authorization: string | undefined;
    readonly language: string | undefined;
  }[] = [];
  readonly data = mkdtempSync(join(tmpdir(), 'truc-cli-'));
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  static async open(): Promise<CommandLine> {
    const line = new CommandLine();
    await mkdir(join(line.data, 'hub'));
    await writeFile(join(line.data, 'hub', 'operator-token'), 'the-operators-token\n');
    await new Promise<void>((resolve) => line.server.listen(0, '127.0.0.1', resolve));
    line.url = `http://127.0.0.1:${(line.server.address() as AddressInfo).port}`;
    return line;
  }

  url = '';
  /** Ends a command that watches. */
  signal: AbortSignal | undefined;

  async truc(...args: string[]): Promise<Run> {
    let out = '';
    let err = '';
    const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    const environment = { TRUC_DATA: this.data, HUB_URL: this.url };
    const code = await runTruc(args, { streams, environment, signal: this.signal });
    return { code, out, err };
  }

  async keepSystem(name: string, codes: string[]): Promise<void> {
    await mkdir(join(this.data, 'systems'), { recursive: true });
    const system = { name, codes, secret: 'its-secret-at-the-hub', port: 1, token: 'its-own-token', url: this.url };
    await writeFile(join(this.data, 'systems', `${name}.json`), JSON.stringify(system));
  }

  /** From then on nobody answers. */
  async hangUp(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async close(): Promise<void> {
    await this.hangUp();
    rmSync(this.data, { recursive: true });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = `${request.method} ${decodeURIComponent(request.url ?? '')}`;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const { authorization, 'accept-language': language } = request.headers;
    this.asked.push({ call, body, authorization, language });
    const answer = this.answers[call] ?? { status: 404, body: problem('NOT_FOUND', 404) };
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  }
}

/** A problem document as the servers answer it. */
export function problem(code: string, status: number): object {
  return { type: `https://docs/errors#${code}`, title: code, status, code, detail: 'chi tiết', remedy: 'cách chữa' };
}
