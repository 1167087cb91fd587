import { type ConnectedSystem, type HubClient } from '#wire';
import { type KnownSystem, KnownSystems } from '../known-systems.js';

/** Where the nodes of an axis in containers answer, and the token of all their interfaces. */
export interface NodeAddresses {
  /** `{name}` stands for the system's name. */
  readonly url: string;
  readonly token: string;
}

/** The systems of an axis in containers, as its hub knows them; those that poll have no interface of their own. */
export class NodeSystems extends KnownSystems {
  constructor(
    private readonly addresses: NodeAddresses,
    private readonly hub: () => Promise<HubClient>,
  ) {
    super();
  }

  async all(): Promise<KnownSystem[]> {
    const { items } = await (await this.hub()).systems();
    return items.filter(({ poll }) => poll !== true).map((system) => this.describe(system));
  }

  async find(name: string): Promise<KnownSystem | undefined> {
    return (await this.all()).find((system) => system.name === name);
  }

  /** A node keeps what it needs in its own volume. */
  keep(): Promise<void> {
    return Promise.resolve();
  }

  forget(): Promise<void> {
    return Promise.resolve();
  }

  private describe({ name, codes }: ConnectedSystem): KnownSystem {
    const url = this.addresses.url.replace('{name}', name);
    return { name, codes, url, token: this.addresses.token, port: Number(new URL(url).port) };
  }
}
