import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PrivateRabbit } from '#broker';
import { HUB_NODE_FLAGS, inheritedEnvironment } from '#config';
import { HubClient } from '#wire';
import { z } from 'zod';
import { eventually } from '../support/eventually.js';
import { type Figures, lastToSecondTenth, type Sample } from './figures.js';
import { Program } from './programs.js';
import { type Arena, makeArena } from './relay-run.js';
import { codeOf, RECEIVERS, recipientsOf, SENDER, SENDER_CODE } from './workload.js';

const LONGEST_RUN_MS = 15 * 60_000;
const SAMPLE_EVERY_MS = 250;
const totalsSchema = z.object({ sent: z.number(), received: z.number() });
const ledgerSchema = z.object({ addsUp: z.boolean(), received: z.number() });

/** What a run of the hub is of; `consoles` are open at its overview meanwhile. */
interface HubRun {
  readonly documents: number;
  readonly name: string;
  readonly databaseUrl?: string;
  readonly consoles?: number;
}

/** One run of the hub, on SQLite unless a database URL is given. Fails when anything is missing, doubled, or the ledger is off. */
export async function runHub(
  rabbit: PrivateRabbit,
  { documents, name, databaseUrl, consoles = 0 }: HubRun,
): Promise<Figures> {
  const arena = await makeArena(rabbit, name);
  const folder = await mkdtemp(join(tmpdir(), 'truc-bench-'));
  const hub = await startBenchHub(
    arena,
    rabbit,
    folder,
    databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl },
  );
  const programs = [hub.program];
  try {
    const receivers = [];
    for (const system of RECEIVERS) receivers.push(arena.urlOf(system, await hub.enrol(system, codeOf(system))));
    const senderUrl = arena.urlOf(SENDER, await hub.enrol(SENDER, SENDER_CODE));
    const receiver = Program.start('./receiver.js', ['batch', ...receivers]);
    const sender = Program.start('./sender.js', [senderUrl, String(documents)]);
    programs.push(receiver, sender);
    await Promise.all([receiver.says('ready'), sender.says('ready')]);
    if (consoles > 0) {
      const watchers = Program.start('./watchers.js', [hub.url, hub.token, String(consoles)]);
      programs.push(watchers);
      await watchers.says('ready');
    }
    return await measure(hub, sender, documents);
  } finally {
    await Promise.all(programs.map((program) => program.stop('SIGKILL')));
    await arena.admin.deleteVhost(name);
    await rm(folder, { recursive: true, force: true });
  }
}

/** A hub of the benchmark, and what is asked of it. */
export interface Hub {
  readonly program: Program;
  readonly url: string;
  readonly token: string;
  /** The hub as an operator. */
  readonly client: HubClient;
  /** Enrols a system and returns its secret. */
  enrol(name: string, code: string, poll?: boolean): Promise<string>;
  totals(): Promise<z.infer<typeof totalsSchema>>;
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** The answer as it came, to its last byte. */
  bytes(path: string): Promise<Buffer>;
}

async function measure(hub: Hub, sender: Program, documents: number): Promise<Figures> {
  const recipients = recipientsOf(documents);
  const cpuBefore = hub.program.cpuSeconds();
  const started = sender.says<number>('startedAt');
  sender.child.send('go');
  const startedAt = await started;
  const samples: Sample[] = [{ at: startedAt, documents: 0 }];
  const totals = await eventually(
    async () => {
      const figures = await hub.totals();
      samples.push({ at: Date.now(), documents: figures.sent });
      return figures.received >= recipients && figures;
    },
    { withinMs: LONGEST_RUN_MS, everyMs: SAMPLE_EVERY_MS },
  );
  const seconds = (Date.now() - startedAt) / 1000;
  const cpuSeconds = hub.program.cpuSeconds() - cpuBefore;
  const ledger = await hub.get('/api/v1/statistics/ledger', ledgerSchema);
  if (totals.sent !== documents || ledger.received !== recipients || !ledger.addsUp) {
    throw new Error(`The figures are off: ${JSON.stringify({ documents, recipients, totals, ledger })}`);
  }
  return {
    seconds,
    documentsPerSecond: documents / seconds,
    deliveriesPerSecond: recipients / seconds,
    cpuSeconds,
    peakMemoryMb: hub.program.peakMemoryMb(),
    lastToSecondTenth: lastToSecondTenth(samples, documents),
  };
}

/** Starts a hub of its own process on an arena's broker, with its data in `folder`; `env` is what it is told besides. */
export async function startBenchHub(
  arena: Arena,
  rabbit: PrivateRabbit,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Hub> {
  const management = new URL(rabbit.managementUrl);
  management.username = rabbit.username;
  management.password = rabbit.password;
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const url = `http://127.0.0.1:${port}`;
  const program = Program.start('../../apps/hub/src/main.js', [], {
    execArgv: [...HUB_NODE_FLAGS],
    env: {
      ...inheritedEnvironment(),
      NODE_ENV: 'production',
      TRUC_DATA: folder,
      HUB_PORT: String(port),
      AMQP_URL: arena.hubUrl,
      RABBITMQ_MANAGEMENT_URL: management.href,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
  await eventually(async () => (await fetch(`${url}/health`)).ok, { withinMs: 30_000, everyMs: 100 });
  const token = (await readFile(join(folder, 'hub', 'operator-token'), 'utf8')).trim();
  const call = async (path: string, init: RequestInit = {}): Promise<Buffer> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(url + path, { ...init, headers });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const get = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => schema.parse(jsonOf(await call(path)));
  return {
    ...{ program, url, token, client: new HubClient({ url, credentials: { token } }) },
    async enrol(name, code, poll = false) {
      const body = JSON.stringify({ name, codes: [code], arrivals: false, poll });
      const answer = jsonOf(await call('/api/v1/systems', { method: 'POST', body }));
      return z.object({ secret: z.string() }).parse(answer).secret;
    },
    totals: () => get('/api/v1/statistics/totals', totalsSchema),
    ...{ get, bytes: call },
  };
}

/** What an answer says. */
export function jsonOf(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString());
}
