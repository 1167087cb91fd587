import { type Broker } from '#broker';
import { type HubClient } from '#wire';

/** Where a run takes place. */
export interface Stage {
  /** The hub, as an operator. */
  readonly hub: HubClient;
  readonly hubUrl: string;
  /** Connects to RabbitMQ as a system. */
  readonly connect: (system: string, secret: string) => Promise<Broker>;
  /** What the names of this run's systems begin with. */
  readonly prefix: string;
  /** Aborted: no further document is handed in, and what is under way is waited for only a moment. */
  readonly stop: AbortSignal;
  /** Called about once a second. */
  readonly onProgress: (progress: Progress) => void;
}

/** How a run stands. */
export interface Progress {
  readonly seconds: number;
  /** Documents due so far, and how many of them the axis has accepted. */
  readonly due: number;
  readonly accepted: number;
  /** Deliveries. */
  readonly arrived: number;
  readonly documents: number;
}
