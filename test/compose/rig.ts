import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { HubClient } from '#wire';
import { projectRoot } from '#config';

/** What a program said and ended with. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The axis of compose files under a project name and a port of its own, driven as a person at a terminal would. */
export class ComposeRig {
  private constructor(
    readonly project: string,
    private readonly port: number,
    private readonly files: readonly string[],
    private readonly ports: Readonly<Record<string, string>>,
  ) {}

  static async make(...files: string[]): Promise<ComposeRig> {
    const chosen = files.length === 0 ? ['docker/compose.yaml'] : files;
    const ports = { HUB_TLS_PORT: String(await freePort()), AMQPS_PORT: String(await freePort()) };
    return new ComposeRig(`truc-test-${process.pid}`, await freePort(), chosen, ports);
  }

  docker(...args: string[]): Promise<Ended> {
    return this.run('docker', args);
  }

  /** The same, with something on its standard input. */
  dockerWith(input: string, ...args: string[]): Promise<Ended> {
    return this.run('docker', args, input);
  }

  compose(...args: string[]): Promise<Ended> {
    return this.docker('compose', ...this.chosen, ...args);
  }

  /** Runs a command in the container of a service, with something on its standard input. */
  inside(service: string, command: readonly string[], input: Uint8Array | string = ''): Promise<Ended> {
    return this.run('docker', ['compose', ...this.chosen, 'exec', '-T', service, ...command], input);
  }

  /** A shell script of the project. */
  sh(script: string): Promise<Ended> {
    return this.run('sh', [script]);
  }

  /** `./truc`, in English. */
  truc(...args: string[]): Promise<Ended> {
    return this.run('./truc', ['--lang', 'en', ...args]);
  }

  /** What a command of docker prints; throws what it says when it fails. */
  async told(...args: string[]): Promise<string> {
    const { code, out, err } = await this.docker(...args);
    if (code !== 0) throw new Error(`docker ${args.join(' ')}: ${err}${out}`);
    return out.trim();
  }

  /** The hub at its published port, as an operator. */
  async hub(): Promise<HubClient> {
    return new HubClient({ url: this.hubUrl, credentials: { token: await this.operatorToken() } });
  }

  /** Headers of an operator's call. */
  async asOperator(): Promise<{ authorization: string }> {
    return { authorization: `Bearer ${await this.operatorToken()}` };
  }

  private async operatorToken(): Promise<string> {
    return (await this.inside('hub', ['cat', '/data/hub/operator-token'])).out.trim();
  }

  /** The options that name the compose files. */
  private get chosen(): string[] {
    return this.files.flatMap((file) => ['-f', file]);
  }

  get hubUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The hub behind TLS, where compose.tls.yaml is among the files. */
  get secureUrl(): string {
    return `https://localhost:${this.ports['HUB_TLS_PORT'] ?? ''}`;
  }

  /** Ids or names of everything of this project that docker still has. */
  async left(): Promise<string[]> {
    const filter = ['--filter', `label=com.docker.compose.project=${this.project}`, '--quiet'];
    const lists = [
      ['ps', '--all', ...filter],
      ['volume', 'ls', ...filter],
      ['network', 'ls', ...filter],
    ];
    const found = await Promise.all(lists.map((args) => this.told(...args)));
    return found.flatMap((text) => text.split('\n')).filter((line) => line !== '');
  }

  private run(program: string, args: readonly string[], input: Uint8Array | string = ''): Promise<Ended> {
    const env = { ...process.env, COMPOSE_PROJECT_NAME: this.project, HUB_PORT: String(this.port), ...this.ports };
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { cwd: projectRoot(), env, stdio: 'pipe' });
      child.stdin.on('error', () => undefined).end(input);
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? 1, out, err }));
    });
  }
}

/** The path of a file of the project. */
export function inProject(...parts: string[]): string {
  return join(projectRoot(), ...parts);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
