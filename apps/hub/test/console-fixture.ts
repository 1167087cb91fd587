import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { MemoryBroker } from '#broker';
import { type HubConfig, hubConfig } from '#config';
import { type Role } from '#core';
import { HubStore } from '#store';
import { hubConnections } from '../../../test/support/hub-connections.js';
import { Passwords } from '../src/accounts/passwords.js';
import { Clock } from '../src/clock.js';
import { prepareHttp } from '../src/http/prepare-http.js';
import { HubModule } from '../src/hub.module.js';

/** A clock that a test sets forward. */
export class SetClock extends Clock {
  private aheadMs = 0;

  override now(): number {
    return Date.now() + this.aheadMs;
  }

  pass(ms: number): void {
    this.aheadMs += ms;
  }
}

/** What a test asks of the hub besides method and path. */
export interface Asking {
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a test may have otherwise: a folder and a store of its own, settings, and a hub that makes its first administrator. */
export interface Given {
  readonly folder?: string;
  readonly store?: HubStore;
  readonly settings?: object;
  readonly isNew?: boolean;
}

const silently = (): void => undefined;

/** A hub in this process on a memory broker, as a browser and programs meet it over HTTP. */
export class ConsoleFixture {
  private constructor(
    readonly config: HubConfig,
    readonly store: HubStore,
    readonly app: NestExpressApplication,
    private readonly broker: MemoryBroker,
  ) {}

  get clock(): SetClock {
    return this.app.get<Clock, SetClock>(Clock);
  }

  /** On SQLite in a folder of its own unless `given` names them. */
  static async open(given: Given = {}): Promise<ConsoleFixture> {
    const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'truc-hub-')));
    const settings = { TRUC_DATA: folder, AMQP_URL: 'amqp://127.0.0.1:1', ...given.settings };
    const config = { ...hubConfig(settings), consoleFolder: join(folder, 'console') };
    const store = given.store ?? (await HubStore.open({ url: `sqlite:${join(folder, 'hub', 'hub.sqlite')}` }));
    const broker = new MemoryBroker({ log: silently });
    const connections = await hubConnections(join(folder, 'hub'), { store, broker, isNew: given.isNew ?? false });
    const module = HubModule.around(config, connections, new SetClock());
    const app = await NestFactory.create<NestExpressApplication>(module, {
      logger: false,
      bodyParser: false,
      forceCloseConnections: true,
    });
    prepareHttp(app, config);
    await app.listen(0, '127.0.0.1');
    return new ConsoleFixture(config, store, app, broker);
  }

  /** The hub, its store and its folder. */
  async close(): Promise<void> {
    await this.app.close();
    await this.broker.close();
    await this.store.close();
    await rm(this.config.dataFolder, { recursive: true, force: true });
  }

  /** Adds an account as if an administrator had; the password is its name twice. */
  async withAccount(name: string, role: Role): Promise<void> {
    const passwordHash = await this.app.get(Passwords).hash(passwordOf(name));
    await this.store.accounts.add({ name, role, passwordHash, createdAt: this.clock.now() });
  }

  async ask(method: string, path: string, { json, headers = {} }: Asking = {}): Promise<Response> {
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const type: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' };
    return fetch(`${await this.app.getUrl()}${path}`, { method, headers: { ...type, ...headers }, ...body });
  }

  /** Signs in and returns what a browser's console sends from then on. */
  async signIn(name: string, password = passwordOf(name)): Promise<Record<string, string>> {
    const answer = await this.ask('POST', '/api/v1/session', { json: { name, password } });
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
    return { cookie: cookieIn(answer), 'x-requested-by': 'console' };
  }
}

/** The password of an account made by `withAccount`. */
export function passwordOf(name: string): string {
  return `${name} ${name}`;
}

/** `name=value` of the one cookie an answer sets. */
export function cookieIn(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** The code of a problem. */
export async function codeIn(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}
