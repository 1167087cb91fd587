import { AxisError } from '#core';
import { inboxOf, SUBMIT } from '../topology.js';

/** Where RabbitMQ's management interface answers, and as whom to speak to it. */
export interface BrokerAdminOptions {
  /** `http://127.0.0.1:15672` */
  readonly managementUrl: string;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
}

/** A queue as the management interface lists it; its numbers are up to five seconds old. */
export interface ListedQueue {
  readonly name: string;
  /** All messages in it, those in the hands of consumers included. */
  readonly messages: number;
  readonly consumers: number;
  readonly unacknowledged: number;
}

/** Messages with this key go into this queue. */
export interface ListedBinding {
  readonly key: string;
  readonly queue: string;
}

const ANSWER_WITHIN_MS = 10_000;

/** Users, rights and queues of RabbitMQ through its management interface. Every call may be repeated; all reject with BROKER_AWAY when it does not answer as it should. */
export class BrokerAdmin {
  constructor(private readonly options: BrokerAdminOptions) {}

  /** Makes the user, or gives an existing one a new secret. Without {@link grantSystem} it may do nothing. */
  async putUser(name: string, secret: string): Promise<void> {
    await this.ask('PUT', `/users/${encodeURIComponent(name)}`, { password: secret, tags: '' });
  }

  /** Lets a system's user write to `truc.submit`, read its own two inboxes, and nothing else. */
  async grantSystem(name: string): Promise<void> {
    await this.permit(name, {
      configure: '^$',
      write: `^${literally(SUBMIT)}$`,
      read: `^${literally(inboxOf(name))}(\\.urgent)?$`,
    });
  }

  /** Takes away what {@link grantSystem} gave and ends the user's connections; its secret stays. No user of this name is fine. */
  async revokeSystem(name: string): Promise<void> {
    await this.ask('DELETE', `/permissions/${this.vhost()}/${encodeURIComponent(name)}`);
    await this.ask('DELETE', `/connections/username/${encodeURIComponent(name)}`);
  }

  /** Deletes the user, which ends its connections; no user of this name is fine. */
  async deleteUser(name: string): Promise<void> {
    await this.ask('DELETE', `/users/${encodeURIComponent(name)}`);
  }

  /** RabbitMQ's version, and its clock in epoch milliseconds, cut to the second; of a cluster, those of the node that answers. */
  async about(): Promise<{ readonly version: string; readonly at: number }> {
    const response = await this.answer('GET', '/overview');
    const { rabbitmq_version: version } = (await response.json()) as { rabbitmq_version?: string };
    const at = Date.parse(response.headers.get('date') ?? '');
    if (version === undefined || Number.isNaN(at))
      throw new AxisError('BROKER_AWAY', { reason: 'the management interface tells neither version nor clock' });
    return { version, at };
  }

  /** All queues of the vhost. */
  async listQueues(): Promise<ListedQueue[]> {
    const columns = 'columns=name,messages,consumers,messages_unacknowledged';
    const rows = (await this.ask('GET', `/queues/${this.vhost()}?${columns}`)) as Record<string, number>[];
    return rows.map((row) => ({
      name: String(row['name']),
      messages: row['messages'] ?? 0,
      consumers: row['consumers'] ?? 0,
      unacknowledged: row['messages_unacknowledged'] ?? 0,
    }));
  }

  /** What leads out of an exchange into queues at this moment. */
  async listBindings(exchange: string): Promise<ListedBinding[]> {
    const path = `/exchanges/${this.vhost()}/${encodeURIComponent(exchange)}/bindings/source`;
    const rows = (await this.ask('GET', path)) as Record<string, string>[];
    return rows.map((row) => ({ key: String(row['routing_key']), queue: String(row['destination']) }));
  }

  /** Deletes a queue with everything in it; no queue of this name is fine. */
  async deleteQueue(name: string): Promise<void> {
    await this.ask('DELETE', `/queues/${this.vhost()}/${encodeURIComponent(name)}`);
  }

  /** Makes a vhost and gives the caller's own user all rights in it. */
  async createVhost(name: string): Promise<void> {
    await this.ask('PUT', `/vhosts/${encodeURIComponent(name)}`, {});
    const all = { configure: '.*', write: '.*', read: '.*' };
    await this.ask('PUT', `/permissions/${encodeURIComponent(name)}/${encodeURIComponent(this.options.username)}`, all);
  }

  /** Deletes a vhost with everything in it; no vhost of this name is fine. */
  async deleteVhost(name: string): Promise<void> {
    await this.ask('DELETE', `/vhosts/${encodeURIComponent(name)}`);
  }

  private async permit(user: string, rights: Readonly<Record<'configure' | 'write' | 'read', string>>): Promise<void> {
    await this.ask('PUT', `/permissions/${this.vhost()}/${encodeURIComponent(user)}`, rights);
  }

  private vhost(): string {
    return encodeURIComponent(this.options.vhost);
  }

  private async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const text = await (await this.answer(method, path, body)).text();
    return text === '' ? undefined : JSON.parse(text);
  }

  /** An answer that is none of a failure; what is to be deleted may be gone already. */
  private async answer(method: string, path: string, body?: unknown): Promise<Response> {
    const { managementUrl, username, password } = this.options;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const response = await fetch(`${managementUrl}/api${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }).catch((cause: unknown) => {
      throw new AxisError('BROKER_AWAY', { reason: `${managementUrl} does not answer` }, { cause });
    });
    if (response.ok) return response;
    const text = await response.text();
    if (method === 'DELETE' && response.status === 404) return new Response(null, { status: 204 });
    throw new AxisError('BROKER_AWAY', { reason: `${method} ${path}: ${response.status} ${text.slice(0, 200)}` });
  }
}

/** A pattern that matches exactly this text. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
