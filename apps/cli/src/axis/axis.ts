import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BrokerAddress,
  type CliConfig,
  HUB_NODE_FLAGS,
  inheritedEnvironment,
  NODE_FLAGS,
  projectRoot,
} from '#config';
import { HubClient, type Health } from '#wire';
import { readOperatorToken } from '../context.js';
import { type KnownSystem } from '../known-systems.js';
import { words, type Words } from '#core';
import { enrolLocal } from './enrolment.js';
import { FIVE_SYSTEMS, type LocalSystem } from './five-systems.js';
import { LocalBroker, withoutCredentials } from './local-broker.js';
import { checkPorts } from './ports.js';
import { Program } from './program.js';
import { RunRecordFile } from './run-record.js';
import { noteProcess, type RunningProcess } from './running-process.js';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

/** What an axis of this machine consists of besides RabbitMQ and the hub. */
export interface AxisPlan {
  readonly systems: readonly LocalSystem[];
  /** Whether the hub honours the simulated times that messages carry. */
  readonly simulation: boolean;
}

const EVERYDAY: AxisPlan = { systems: FIVE_SYSTEMS, simulation: false };

/** RabbitMQ, the hub and the systems of the plan, each in a process of its own, started in this order and stopped in the opposite one. */
export class Axis {
  /** Known once started. */
  systems: readonly KnownSystem[] = [];
  /** Where the broker is, without anybody's password. Known once started. */
  amqpUrl = '';
  private readonly broker: LocalBroker;
  private readonly record: RunRecordFile;
  private hub: Program | undefined;
  private agencies: Program[] = [];
  private isReady = false;
  private isStopping = false;

  constructor(
    private readonly config: CliConfig,
    private readonly say: (line: Words) => void,
    private readonly plan: AxisPlan = EVERYDAY,
  ) {
    this.broker = new LocalBroker(config, say);
    this.record = new RunRecordFile(config.dataFolder);
  }

  /** Resolves when every system is connected. Rejects in a sentence; `stop` then clears away what was started. */
  async start(): Promise<void> {
    await mkdir(this.config.dataFolder, { recursive: true });
    await access(this.config.dataFolder, constants.W_OK);
    await checkPorts(this.ports());
    this.noteDown();
    const broker = await this.step(words('RabbitMQ', 'RabbitMQ'), () => this.broker.open());
    await this.step(words('Trục', 'Hub'), () => this.startHub(broker));
    const hub = await this.hubClient();
    this.amqpUrl = withoutCredentials(broker.amqpUrl);
    if (this.plan.systems.length > 0) {
      await this.step(words('Năm hệ thống', 'Five systems'), () => this.startAgencies(hub, this.amqpUrl));
    }
    this.isReady = true;
    this.noteDown();
  }

  /** Systems first, then the hub, then RabbitMQ; says what was left to deliver. Calling it twice is harmless. */
  async stop(): Promise<void> {
    if (this.isStopping) return;
    this.isStopping = true;
    if (this.isReady) await this.sayWhatIsLeft().catch(() => undefined);
    await Promise.all(this.agencies.map((agency) => this.stopProgram(agency)));
    if (this.hub !== undefined) await this.stopProgram(this.hub);
    await this.broker.close();
    await this.writing;
    await this.record.remove();
    if (this.hub !== undefined) this.say(words('Đã dừng tất cả.', 'Everything is stopped.'));
  }

  /** Ends everything at once. */
  async kill(): Promise<void> {
    this.isStopping = true;
    for (const program of this.programs()) program.kill();
    await this.broker.kill();
    await this.record.remove();
  }

  /** The hub, as an operator. */
  async hubClient(): Promise<HubClient> {
    const token = await readOperatorToken(this.config.dataFolder);
    return new HubClient({ url: this.config.hubUrl, credentials: { token } });
  }

  private async startHub({ amqpUrl, managementUrl }: BrokerAddress): Promise<void> {
    const { dataFolder, hubHost, hubPort, hubUrl } = this.config;
    this.hub = this.program('hub', 'hub', {
      TRUC_DATA: dataFolder,
      HUB_HOST: hubHost,
      HUB_PORT: String(hubPort),
      AMQP_URL: amqpUrl,
      RABBITMQ_MANAGEMENT_URL: managementUrl,
      SIMULATION: this.plan.simulation ? 'on' : 'off',
    });
    const client = new HubClient({ url: hubUrl, credentials: 'nobody', timeoutMs: 2000 });
    await this.hub.untilReady(async () => lackOf(await client.health()), READY_WITHIN_MS);
  }

  private async startAgencies(hub: HubClient, amqpUrl: string): Promise<void> {
    this.systems = await enrolLocal(hub, this.config, { systems: this.plan.systems, broker: amqpUrl });
    this.agencies = this.systems.map((system) =>
      this.program(system.name, 'agency', this.agencyEnvironment(system, amqpUrl)),
    );
    const lack = async (name: string): Promise<string | undefined> => {
      const system = (await hub.systems()).items.find((each) => each.name === name);
      return system?.connected === true ? undefined : 'AMQP';
    };
    await Promise.all(this.agencies.map((agency) => agency.untilReady(() => lack(agency.name), READY_WITHIN_MS)));
  }

  /** Systems get their own account only: the operator's passwords stay out of their environment. */
  private agencyEnvironment(
    { name, secret, codes, port, token }: KnownSystem,
    amqpUrl: string,
  ): Record<string, string | undefined> {
    return {
      TRUC_DATA: this.config.dataFolder,
      HUB_URL: this.config.hubUrl,
      AMQP_URL: amqpUrl,
      RABBITMQ_MANAGEMENT_URL: undefined,
      DATABASE_URL: undefined,
      SYSTEM_NAME: name,
      SYSTEM_SECRET: secret,
      SYSTEM_CODES: codes.join(','),
      AGENCY_HOST: '127.0.0.1',
      AGENCY_PORT: String(port),
      AGENCY_TOKEN: token,
    };
  }

  private program(name: string, app: 'hub' | 'agency', over: Record<string, string | undefined>): Program {
    const program = new Program({
      name,
      script: join(projectRoot(), 'dist', 'apps', app, 'src', 'main.js'),
      nodeFlags: app === 'hub' ? HUB_NODE_FLAGS : NODE_FLAGS,
      env: inheritedEnvironment(over),
      logFile: join(this.config.dataFolder, 'logs', `${name}.log`),
      say: this.say,
      onChange: () => this.noteDown(),
    });
    if (!this.isStopping) program.start();
    return program;
  }

  private async stopProgram(program: Program): Promise<void> {
    if (await program.stop(STOP_WITHIN_MS)) return;
    const seconds = STOP_WITHIN_MS / 1000;
    this.say(
      words(
        `${program.name} không dừng sau ${seconds} s: đã buộc dừng.`,
        `${program.name} did not stop in ${seconds} s: it was ended.`,
      ),
    );
  }

  private async step<T>(what: Words, work: () => Promise<T>): Promise<T> {
    if (this.isStopping) throw new Error('stopping');
    const startedAt = Date.now();
    const result = await work();
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    this.say(words(`✓ ${what.vi}: sẵn sàng sau ${seconds} s`, `✓ ${what.en}: ready after ${seconds} s`));
    return result;
  }

  private ports(): Parameters<typeof checkPorts>[0] {
    const { hubHost, hubPort, agencyPortsFrom } = this.config;
    const hub = { host: hubHost, port: hubPort, program: 'hub', movedBy: `HUB_PORT=${hubPort + 1000}` };
    const agency = { host: '127.0.0.1', movedBy: `AGENCY_PORTS_FROM=${agencyPortsFrom + 1000}` };
    return [
      hub,
      ...this.plan.systems.map(({ name }, index) => ({ ...agency, port: agencyPortsFrom + index, program: name })),
    ];
  }

  private async sayWhatIsLeft(): Promise<void> {
    const token = await readOperatorToken(this.config.dataFolder);
    const hub = new HubClient({ url: this.config.hubUrl, credentials: { token }, timeoutMs: 2000 });
    const { waiting } = await hub.ledger();
    this.say(
      waiting === 0
        ? words('Đang dừng; không còn bản gửi nào chờ.', 'Stopping; no delivery is left waiting.')
        : words(
            `Đang dừng; còn ${waiting} bản gửi chờ, lần khởi động sau sẽ gửi tiếp.`,
            `Stopping; ${waiting} deliveries are left waiting and go on at the next start.`,
          ),
    );
  }

  private programs(): Program[] {
    return this.hub === undefined ? this.agencies : [this.hub, ...this.agencies];
  }

  private noteDown(): void {
    if (this.isStopping) return;
    const supervisor = noteProcess(process.pid);
    if (supervisor === undefined) return;
    const programs = this.programs().flatMap(({ name, pid }) => notedProgram(name, pid));
    const { hubUrl } = this.config;
    this.writing = this.writing
      .then(() => this.record.write({ supervisor, programs, hubUrl, isReady: this.isReady }))
      .catch(() => undefined);
  }

  /** One write after the other, so that the last state stays. */
  private writing: Promise<void> = Promise.resolve();
}

function notedProgram(name: string, pid: number | undefined): (RunningProcess & { name: string })[] {
  const running = pid === undefined ? undefined : noteProcess(pid);
  return running === undefined ? [] : [{ ...running, name }];
}

/** The parts that are not up, of a program that cannot do its work. */
function lackOf({ status, parts = {} }: Health): string | undefined {
  if (status === 'ok') return undefined;
  const down = Object.entries(parts).filter(([, state]) => state !== 'up');
  return down.map(([part, state]) => `${part}: ${state}`).join(', ') || status;
}
