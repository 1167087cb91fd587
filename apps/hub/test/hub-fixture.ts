import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { inboxOf, type IncomingMessage, MemoryBroker, urgentInboxOf } from '#broker';
import { hubConfig } from '#config';
import { HubStore, type RegisteredSystem } from '#store';
import { HubClient, type Problem, type SampleAnswer } from '#wire';
import { hubConnections } from '../../../test/support/hub-connections.js';
import { Clock } from '../src/clock.js';
import { readSmallJson } from '../src/http/json-bodies.js';
import { HubModule } from '../src/hub.module.js';

export const G22 = '000.00.00.G22';
export const H53 = '000.00.00.H53';
export const BEN_CAU = '000.00.31.H53';

const LIMITS = { size: 10, withinMs: 1, bytes: 1_000_000, inFlight: 1 };

/** What the hub answered, whatever it was. */
export interface Answered<T = SampleAnswer & Problem> {
  readonly status: number;
  readonly body: T;
}

/** A hub over HTTP: systems `g22` and `h53`, a memory broker, SQLite in a temporary folder. */
export class HubFixture {
  /** What came into the inboxes, the urgent ones included, by system. */
  readonly received: Record<string, IncomingMessage[]> = {};
  client!: HubClient;
  private token = '';
  private url = '';
  private isAnother = false;

  private constructor(
    private readonly folder: string,
    readonly store: HubStore,
    private readonly hub: NestExpressApplication,
    readonly broker: MemoryBroker,
  ) {}

  static async start(
    systems: readonly RegisteredSystem[] = [aSystem('g22', [G22]), aSystem('h53', [H53])],
  ): Promise<HubFixture> {
    const folder = await mkdtemp(join(tmpdir(), 'truc-hub-'));
    const store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    for (const system of systems) await store.registry.addSystem(system);
    const broker = new MemoryBroker({ log: () => undefined });
    await broker.declareHub();
    const hub = await hubAround(folder, { store, broker });
    const fixture = new HubFixture(folder, store, hub, broker);
    for (const { name } of systems) await fixture.listen(name);
    await fixture.open();
    return fixture;
  }

  /** Another hub on the same store, broker and folder; close it before this one. */
  async another(): Promise<HubFixture> {
    const other = new HubFixture(this.folder, this.store, await hubAround(this.folder, this), this.broker);
    other.isAnother = true;
    await other.open();
    return other;
  }

  async close(): Promise<void> {
    await this.hub.close();
    if (this.isAnother) return;
    await this.broker.close();
    await this.store.close();
    await rm(this.folder, { recursive: true });
  }

  /** Calls as the operator unless other headers say otherwise. */
  async call<T = SampleAnswer & Problem>(path: string, init: RequestInit = {}): Promise<Answered<T>> {
    const response = await this.fetch(path, init);
    return { status: response.status, body: (await response.json()) as T };
  }

  /** As `call`, with the answer as it came. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, ...(init.headers as Record<string, string> | undefined) };
    return fetch(`${this.url}/api/v1/${path}`, { ...init, headers });
  }

  post<T = SampleAnswer & Problem>(
    path: string,
    json: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered<T>> {
    const init = { method: 'POST', body: JSON.stringify(json) };
    return this.call(path, { ...init, headers: { 'content-type': 'application/json', ...headers } });
  }

  /** A part of the hub itself. */
  part<T>(type: new (...given: never[]) => T): T {
    return this.hub.get(type);
  }

  /** What the hub keeps under an injection token. */
  named<T>(token: symbol): T {
    return this.hub.get<T>(token);
  }

  private async open(): Promise<void> {
    await this.hub.listen(0, '127.0.0.1');
    this.url = await this.hub.getUrl();
    this.token = (await readFile(join(this.folder, 'operator-token'), 'utf8')).trim();
    this.client = new HubClient({ url: this.url, credentials: { token: this.token } });
  }

  private async listen(system: string): Promise<void> {
    const received: IncomingMessage[] = (this.received[system] = []);
    await this.broker.declareInbox(system);
    for (const queue of [inboxOf(system), urgentInboxOf(system)]) {
      await this.broker.consume(queue, LIMITS, (messages) => {
        received.push(...messages);
        return Promise.resolve(messages.map(() => 'done' as const));
      });
    }
  }
}

async function hubAround(
  folder: string,
  given: { readonly store: HubStore; readonly broker: MemoryBroker },
): Promise<NestExpressApplication> {
  const config = hubConfig({ TRUC_DATA: folder, AMQP_URL: 'amqp://127.0.0.1:1', BATCH_WITHIN_MS: '1' });
  const module = HubModule.around(config, await hubConnections(folder, given), new Clock());
  const hub = await NestFactory.create<NestExpressApplication>(module, { logger: false, bodyParser: false });
  readSmallJson(hub);
  return hub;
}

/** A system with a secret nobody has. */
export function aSystem(name: string, codes: string[], over: Partial<RegisteredSystem> = {}): RegisteredSystem {
  const secret = { secretHash: '', salt: '' };
  return { name, codes, ...secret, mode: 'amqp', arrivals: false, createdAt: 0, lockedAt: undefined, ...over };
}
