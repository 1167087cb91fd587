import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AgencyClient, HubClient } from '#wire';
import { eventually } from './eventually.js';
import { TestProgram } from './program.js';
import { freshVhost, postgresUrl, type RabbitAddress } from './servers.js';

/** A hub beside the first, on the same database, broker and folder. */
export interface OtherHub {
  readonly http: HubClient;
  readonly url: string;
  readonly program: TestProgram;
}

/** The databases every story runs on. */
export type StoryDatabase = 'SQLite' | 'PostgreSQL';

/** A connected system of a story: a real agency process. */
export interface StorySystem {
  readonly name: string;
  readonly secret: string;
  /** Where its user meets the broker, in this axis' vhost. */
  readonly amqpUrl: string;
  readonly http: AgencyClient;
  program: TestProgram;
  readonly env: Readonly<Record<string, string>>;
}

/** A machine with other work takes its time. */
const START_MS = 60_000;

/** An axis of a story's own: a vhost, a database, a hub process that may be killed and started again, and agency processes. */
export class StoryAxis {
  hub!: HubClient;
  program!: TestProgram;
  readonly systems = new Map<string, StorySystem>();
  private readonly others: TestProgram[] = [];

  private constructor(
    readonly folder: string,
    readonly rabbit: RabbitAddress,
    private readonly port: number,
    /** What its hub is told besides, the database first. */
    private readonly hubEnv: Readonly<Record<string, string>>,
  ) {}

  get databaseUrl(): string | undefined {
    return this.hubEnv['DATABASE_URL'];
  }

  /** Opens an axis with its hub running. `rabbit` when the story brings a broker of its own (to kill it). */
  static async open(
    database: StoryDatabase,
    rabbit?: RabbitAddress,
    hubEnv: Readonly<Record<string, string>> = {},
  ): Promise<StoryAxis> {
    const folder = await mkdtemp(join(tmpdir(), 'truc-story-'));
    const url = database === 'PostgreSQL' ? await postgresUrl() : undefined;
    const axis = new StoryAxis(folder, rabbit ?? (await freshVhost()), await freePort(), {
      ...(url === undefined ? {} : { DATABASE_URL: url }),
      ...hubEnv,
    });
    try {
      await axis.startHub();
    } catch (error) {
      await axis.close();
      throw error;
    }
    return axis;
  }

  get hubUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the hub, told this besides, and waits until it is well. */
  async startHub(env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.program = this.launchHub(this.port, env);
    await this.untilWell(this.program, this.hubUrl);
    this.hub = await this.operatorAt(this.hubUrl);
  }

  /** Starts another hub beside the first and waits until it is well; it ends with the axis. */
  async startOtherHub(): Promise<OtherHub> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const program = this.launchHub(port);
    this.others.push(program);
    await this.untilWell(program, url);
    return { url, program, http: await this.operatorAt(url) };
  }

  /** Starts the hub to die at a fail point (`name:n`), and resolves with the signal that ended it. */
  async startHubToDie(failPoint: string): Promise<NodeJS.Signals | null> {
    this.program = this.launchHub(this.port, { FAIL_POINT: failPoint });
    return this.program.ended();
  }

  private async operatorAt(url: string): Promise<HubClient> {
    const token = (await readFile(join(this.folder, 'hub', 'operator-token'), 'utf8')).trim();
    return new HubClient({ url, credentials: { token } });
  }

  private launchHub(port: number, env: Readonly<Record<string, string>> = {}): TestProgram {
    const management = new URL(this.rabbit.managementUrl);
    management.username = this.rabbit.username;
    management.password = this.rabbit.password;
    return TestProgram.start('apps/hub/src/main.ts', {
      TRUC_DATA: this.folder,
      HUB_PORT: String(port),
      AMQP_URL: this.rabbit.amqpUrl,
      RABBITMQ_MANAGEMENT_URL: management.href,
      LOG_LEVEL: 'warn',
      INBOX_CHECK_MS: '1000',
      SWEEP_MS: '500',
      // Small, so that a story's few documents make many batches.
      BATCH_SIZE: '32',
      ...this.hubEnv,
      ...env,
    });
  }

  /** Enrols a system without starting a program for it; the story plays it itself. */
  async enrol(name: string, codes: readonly string[], arrivals = false): Promise<{ secret: string; amqpUrl: string }> {
    const { secret } = await this.hub.addSystem({ name, codes: [...codes], arrivals });
    const url = new URL(this.rabbit.amqpUrl);
    url.username = name;
    url.password = secret;
    return { secret, amqpUrl: url.href };
  }

  /** Enrols a system and starts its agency process, the simulated office switched off unless `env` says otherwise. */
  async addSystem(
    name: string,
    codes: readonly string[],
    { env = {}, arrivals = false }: { env?: Readonly<Record<string, string>>; arrivals?: boolean } = {},
  ): Promise<StorySystem> {
    const { secret, amqpUrl } = await this.enrol(name, codes, arrivals);
    const port = await freePort();
    const token = 'token-of-a-story';
    const wholeEnv = {
      TRUC_DATA: this.folder,
      HUB_URL: this.hubUrl,
      AMQP_URL: this.rabbit.amqpUrl,
      SYSTEM_NAME: name,
      SYSTEM_SECRET: secret,
      SYSTEM_CODES: codes.join(','),
      AGENCY_PORT: String(port),
      AGENCY_TOKEN: token,
      OFFICE: 'off',
      LOG_LEVEL: 'warn',
      ...env,
    };
    const program = TestProgram.start('apps/agency/src/main.ts', wholeEnv);
    const http = new AgencyClient({ url: `http://127.0.0.1:${port}`, credentials: { token } });
    const system = { name, secret, amqpUrl, http, program, env: wholeEnv };
    this.systems.set(name, system);
    await this.untilWell(program, `http://127.0.0.1:${port}`);
    return system;
  }

  /** Starts a system's program to die at a fail point (`name:n`), and resolves with the signal that ended it. */
  async restartToDie(system: StorySystem, failPoint: string): Promise<NodeJS.Signals | null> {
    system.program = TestProgram.start('apps/agency/src/main.ts', { ...system.env, FAIL_POINT: failPoint });
    return system.program.ended();
  }

  /** Starts a system's program again after it ended. */
  async restart(system: StorySystem): Promise<void> {
    system.program = TestProgram.start('apps/agency/src/main.ts', system.env);
    await this.untilWell(system.program, `http://127.0.0.1:${system.env['AGENCY_PORT'] ?? ''}`);
  }

  async close(): Promise<void> {
    await Promise.all([...this.systems.values()].map(({ program }) => program.stop('SIGKILL')));
    await Promise.all([this.program, ...this.others].map((hub) => hub.stop('SIGKILL')));
    await rm(this.folder, { recursive: true, force: true });
  }

  private async untilWell(program: TestProgram, url: string): Promise<void> {
    await eventually(
      async () => {
        if (!program.isRunning) return true;
        return (await fetch(`${url}/health`)).ok;
      },
      { withinMs: START_MS },
    );
    if (!program.isRunning) throw new Error(`The program ended at its start:\n${program.output}`);
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
