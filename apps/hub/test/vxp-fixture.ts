import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hubConfig } from '#config';
import { HubStore, type RegisteredSystem } from '#store';
import { hashOfFile, signedHeaders } from '#wire';
import { freePort } from '../../../test/support/axis.js';
import { freshVhost, postgresUrl } from '../../../test/support/servers.js';
import { Clock } from '../src/clock.js';
import { digestOfSecret } from '../src/registry/enrolment.service.js';
import { type RunningHub, startHub } from '../src/start-hub.js';

/** An answer of the interface, its JSON read. */
export interface VxpAnswer {
  readonly http: number;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** One request of the official client, as it went over the wire. */
export interface Capture {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

const FOLDER = new URL('./vxp-captures/', import.meta.url);

/** Two systems that poll, as `VxpFixture.withTwoSystems` enrols them: for G22, and for H53 and all below it. */
export const ISSUER: Caller = { systemId: 'vxp-g22', secret: 'secret-of-g22' };
export const PROVINCE: Caller = { systemId: 'vxp-h53', secret: 'secret-of-h53' };

/** All captures, in the order the client made them. */
export function captures(): Capture[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const bytes = readFileSync(new URL(file, FOLDER));
      const end = bytes.indexOf('\n\n');
      const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\n');
      const [method = '', path = ''] = first.split(' ');
      const headers = lines.map(
        (line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const,
      );
      return { name: file.replace('.http', ''), method, path, headers, body: bytes.subarray(end + 2) };
    });
}

/** A hub in this process with a database of its own, and a second hand on that database. */
export class VxpFixture {
  private constructor(
    private readonly folder: string,
    readonly store: HubStore,
    private readonly hub: RunningHub,
  ) {}

  /** `plant` fills the store before the hub reads it. */
  static async open(
    database: 'SQLite' | 'PostgreSQL',
    clock: Clock,
    plant: (store: HubStore) => Promise<void>,
  ): Promise<VxpFixture> {
    const folder = await mkdtemp(join(tmpdir(), 'truc-vxp-'));
    const rabbit = await freshVhost();
    const management = new URL(rabbit.managementUrl);
    management.username = rabbit.username;
    management.password = rabbit.password;
    const url = database === 'PostgreSQL' ? await postgresUrl() : undefined;
    const config = hubConfig({
      TRUC_DATA: folder,
      HUB_PORT: String(await freePort()),
      AMQP_URL: rabbit.amqpUrl,
      RABBITMQ_MANAGEMENT_URL: management.href,
      LOG_LEVEL: 'silent',
      SWEEP_MS: '200',
      ...(url === undefined ? {} : { DATABASE_URL: url }),
    });
    const store = await HubStore.open({ url: url ?? `sqlite:${join(folder, 'hub', 'hub.sqlite')}` });
    await plant(store);
    return new VxpFixture(folder, store, await startHub(config, clock));
  }

  /** On SQLite, with ISSUER and PROVINCE enrolled. */
  static withTwoSystems(): Promise<VxpFixture> {
    return VxpFixture.open('SQLite', new Clock(), async (store) => {
      await store.registry.addSystem(mailboxSystem(ISSUER, ['000.00.00.G22']));
      await store.registry.addSystem(mailboxSystem(PROVINCE, ['000.00.00.H53']));
    });
  }

  get endpoint(): string {
    return `${this.hub.url}/vxp`;
  }

  get url(): string {
    return this.hub.url;
  }

  /** Bodies that are just being written. */
  async drafts(): Promise<number> {
    try {
      return (await readdir(join(this.folder, 'hub', 'objects', 'incoming'))).length;
    } catch {
      return 0;
    }
  }

  async close(): Promise<void> {
    await this.hub.close();
    await this.store.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Sends a captured request as it is. */
  replay({ method, path, headers, body }: Capture): Promise<VxpAnswer> {
    return call(this.endpoint + path, method, Object.fromEntries(headers), body);
  }
}

/** Who signs a call of a test, and how. */
export interface Caller {
  readonly systemId: string;
  readonly secret: string;
  readonly at?: Date;
}

/** A system that polls, to be entered in the store. */
export function mailboxSystem({ systemId: name, secret }: Caller, codes: readonly string[]): RegisteredSystem {
  const keys = { secretHash: digestOfSecret(secret), signingSecret: secret, salt: '' };
  return { name, ...keys, mode: 'poll', arrivals: false, createdAt: 0, codes };
}

/** Expects an answer that says it failed with a number, in words, and shows nothing of the program. */
export function expectFailure({ http, json, text }: VxpAnswer, code: string): void {
  expect({ http, status: json['status'], ErrorCode: json['ErrorCode'] }).toEqual({
    http: 200,
    status: 'FAIL',
    ErrorCode: code,
  });
  expect(json['ErrorDesc']).toMatch(/\S/);
  expect(text).not.toMatch(/\bat .*\.(ts|js):/);
}

/** A signed call with a body, its headers still to be spoilt by `spoil`. */
export async function signedCall(
  url: string,
  { systemId, secret, at = new Date() }: Caller,
  wish: {
    readonly parameters?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array;
    readonly method?: string;
    readonly spoil?: (headers: Record<string, string>) => void;
  } = {},
): Promise<VxpAnswer> {
  const contentType = 'application/json';
  const headers = { ...signedHeaders({ systemId, secret, parameters: wish.parameters ?? {}, contentType, at }) };
  wish.spoil?.(headers);
  return call(url, wish.method ?? 'POST', headers, Buffer.from(wish.body ?? Buffer.alloc(0)));
}

/** sendEdoc of these bytes, signed, with the CRLF the client appends. */
export function sendEdoc(
  endpoint: string,
  caller: Caller,
  file: Uint8Array,
  parameters: Readonly<Record<string, string>> = {},
): Promise<VxpAnswer> {
  return signedCall(`${endpoint}/sendEdoc`, caller, {
    parameters: { servicetype: 'eDoc', messagetype: 'edoc', 'hash-file': hashOfFile(file), ...parameters },
    body: Buffer.concat([file, Buffer.from('\r\n')]),
  });
}

function call(url: string, method: string, headers: Record<string, string>, body: Buffer): Promise<VxpAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers: { ...headers, 'Content-Length': String(body.length) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            http: response.statusCode ?? 0,
            text,
            json: text.startsWith('{') ? (JSON.parse(text) as VxpAnswer['json']) : {},
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
