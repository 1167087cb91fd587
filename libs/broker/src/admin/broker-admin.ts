/** Where RabbitMQ's management interface answers, and as whom to speak to it. */
export interface BrokerAdminOptions {
  /** `http://127.0.0.1:15672` */
  readonly managementUrl: string;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
}

/** A queue as the management interface lists it; its numbers are some seconds old. */
export interface ListedQueue {
  readonly name: string;
  /** All messages in it, those in the hands of consumers included. */
  readonly messages: number;
  readonly consumers: number;
  readonly unacknowledged: number;
}

/** Users, rights and queues of RabbitMQ through its management interface. Every call may be repeated; all reject with BROKER_AWAY when it does not answer. */
export class BrokerAdmin {
  constructor(private readonly options: BrokerAdminOptions) {}

  /** Makes the user, or gives an existing one a new secret. Without {@link grantSystem} it may do nothing. */
  putUser(_name: string, _secret: string): Promise<void> {
    return Promise.reject(new Error(`Not yet: ${this.options.managementUrl}`));
  }

  /** Lets a system's user write to `truc.submit`, read its own two inboxes, and nothing else. */
  grantSystem(_name: string): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }

  /** Deletes the user and closes its connections; no user of this name is fine. */
  deleteUser(_name: string): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }

  listQueues(): Promise<ListedQueue[]> {
    return Promise.reject(new Error('Not yet.'));
  }

  /** Deletes a queue with everything in it; no queue of this name is fine. */
  deleteQueue(_name: string): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }

  /** Makes a vhost and gives the caller's own user all rights in it. */
  createVhost(_name: string): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }

  /** Deletes a vhost with everything in it; no vhost of this name is fine. */
  deleteVhost(_name: string): Promise<void> {
    return Promise.reject(new Error('Not yet.'));
  }
}
