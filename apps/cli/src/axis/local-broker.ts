import { connect } from 'node:net';
import { join } from 'node:path';
import { startPrivateRabbit, type PrivateRabbit } from '#broker';
import { inheritedEnvironment, type BrokerAddress, type CliConfig } from '#config';
import { words, type Words } from '#core';

const CHECK_MS = 2000;
const FAILURES_BEFORE_RESTART = 3;

/** The RabbitMQ of this axis: the one AMQP_URL names, else a private one that is started here and started again when it dies. */
export class LocalBroker {
  private rabbit: PrivateRabbit | undefined;
  private check: NodeJS.Timeout | undefined;
  private failures = 0;
  private starting: Promise<unknown> | undefined;
  private isStopping = false;

  constructor(
    private readonly config: CliConfig,
    private readonly say: (line: Words) => void,
  ) {}

  /** Resolves with its address when it takes connections. */
  async open(): Promise<BrokerAddress> {
    if (this.config.broker !== undefined) return this.config.broker;
    const rabbit = await this.start();
    this.check = setInterval(() => void this.lookAfter(), CHECK_MS);
    this.check.unref();
    return { amqpUrl: rabbit.amqpUrl, managementUrl: withCredentials(rabbit) };
  }

  /** Stops what was started here; waits for a start under way first. Calling it twice is harmless. */
  async close(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.check);
    await this.starting?.catch(() => undefined);
    await this.rabbit?.stop();
    this.rabbit = undefined;
  }

  async kill(): Promise<void> {
    this.isStopping = true;
    await this.rabbit?.kill();
  }

  private async start(): Promise<PrivateRabbit> {
    const log = (line: string): void => this.say(words(line, line));
    const dir = join(this.config.dataFolder, 'rabbitmq');
    const starting = startPrivateRabbit({ dir, log, env: inheritedEnvironment() });
    this.starting = starting;
    this.rabbit = await starting;
    return this.rabbit;
  }

  private async lookAfter(): Promise<void> {
    if (this.rabbit === undefined || this.isStopping) return;
    this.failures = (await accepts(this.rabbit.amqpUrl)) ? 0 : this.failures + 1;
    if (this.failures !== FAILURES_BEFORE_RESTART || this.isStopping) return;
    this.say(
      words(
        '✗ RabbitMQ đã dừng; đang khởi động lại. Không văn bản nào mất.',
        '✗ RabbitMQ ended; starting it again. No document is lost.',
      ),
    );
    const failed = this.rabbit;
    this.rabbit = undefined;
    this.starting = failed
      .stop()
      .then(() => (this.isStopping ? undefined : this.start()))
      .then(() => this.say(words('✓ RabbitMQ chạy lại.', '✓ RabbitMQ is back.')))
      .catch((error: unknown) => this.say(words(`✗ RabbitMQ: ${String(error)}`, `✗ RabbitMQ: ${String(error)}`)))
      .finally(() => (this.failures = 0));
  }
}

/** An AMQP URL as it may be shown and handed to systems: without user and password. */
export function withoutCredentials(amqpUrl: string): string {
  const url = new URL(amqpUrl);
  url.username = '';
  url.password = '';
  return url.href;
}

function withCredentials({ managementUrl, username, password }: PrivateRabbit): string {
  const url = new URL(managementUrl);
  url.username = username;
  url.password = password;
  return url.href;
}

function accepts(amqpUrl: string): Promise<boolean> {
  const { hostname, port } = new URL(amqpUrl);
  return new Promise((resolve) => {
    const socket = connect(Number(port || 5672), hostname);
    const answer = (isUp: boolean): void => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(1500, () => answer(false));
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
