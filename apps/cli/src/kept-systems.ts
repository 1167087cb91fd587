import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemName } from '#core';
import { type KnownSystem, knownSystemSchema, KnownSystems } from './known-systems.js';

/** The files `systems/<name>.json` of the data folder; they hold secrets, so only their owner reads them. */
export class KeptSystems extends KnownSystems {
  private readonly folder: string;

  constructor(dataFolder: string) {
    super();
    this.folder = join(dataFolder, 'systems');
  }

  /** In the order of their ports. */
  async all(): Promise<KnownSystem[]> {
    const names = (await readdir(this.folder).catch(() => [])).filter((name) => name.endsWith('.json'));
    const systems = await Promise.all(names.map((name) => this.find(name.slice(0, -'.json'.length))));
    return systems.filter((system) => system !== undefined).sort((a, b) => a.port - b.port);
  }

  /** Undefined when there is no file of this name, or one that cannot be understood. */
  async find(name: string): Promise<KnownSystem | undefined> {
    if (!isSystemName(name)) return undefined;
    const text = await readFile(this.file(name), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    return knownSystemSchema.safeParse(parseJson(text)).data;
  }

  async keep(system: KnownSystem): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await writeFile(this.file(system.name), `${JSON.stringify(system, undefined, 2)}\n`, { mode: 0o600 });
  }

  async forget(name: string): Promise<void> {
    await rm(this.file(name), { force: true });
  }

  private file(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
