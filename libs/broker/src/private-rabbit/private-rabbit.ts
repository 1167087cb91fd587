/** What a private RabbitMQ needs. */
export interface PrivateRabbitOptions {
  /** Absolute folder that holds everything of it: ports, secret, data, logs. The same folder brings the same broker back. */
  readonly dir: string;
  /** Receives a sentence for what takes time. */
  readonly log: (line: string) => void;
  /** The environment to take PATH and the like from (default: the usual system folders only). */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** A RabbitMQ of our own, on loopback only. */
export interface PrivateRabbit {
  readonly amqpUrl: string;
  readonly managementUrl: string;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
  /** Stops it cleanly; resolves when it is gone. Calling it twice is harmless. */
  stop(): Promise<void>;
  /** Ends it as a power cut would; resolves when it is gone. For tests. */
  kill(): Promise<void>;
}

/** Starts the broker of `dir`, installing RabbitMQ first where that is possible; resolves when AMQP and management answer. Rejects with RABBITMQ_MISSING and the remedy. */
export function startPrivateRabbit(_options: PrivateRabbitOptions): Promise<PrivateRabbit> {
  return Promise.reject(new Error('Not yet.'));
}
