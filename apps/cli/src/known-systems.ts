import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemName, nearestSystem, parseAgencyCode } from '#core';
import { z } from 'zod';
import { CliFailure, EXIT } from './terminal/failure.js';
import { words } from './terminal/words.js';

/** A system this machine runs, as `truc up` keeps it: how to reach its own HTTP interface, and its secret at the hub. */
export const knownSystemSchema = z.object({
  name: z.string(),
  codes: z.array(z.string()).min(1),
  secret: z.string(),
  port: z.number().int(),
  token: z.string(),
  url: z.string(),
  /** The RabbitMQ that knows the secret, without its password. */
  broker: z.string().optional(),
});
export type KnownSystem = z.infer<typeof knownSystemSchema>;

/** The files `systems/<name>.json` of the data folder; they hold secrets, so only their owner reads them. */
export class KnownSystems {
  private readonly folder: string;

  constructor(dataFolder: string) {
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

  /** The system of this name; a sentence naming the ones there are when there is none. */
  async get(name: string): Promise<KnownSystem> {
    const system = await this.find(name);
    if (system !== undefined) return system;
    const there = (await this.all()).map((known) => known.name).join(', ') || '—';
    throw new CliFailure(
      words(`Máy này không chạy hệ thống ${name}.`, `This machine runs no system ${name}.`),
      words(`Các hệ thống có ở đây: ${there}.`, `Systems there are: ${there}.`),
      EXIT.wrongUse,
    );
  }

  /** The system that speaks for an agency: that of the nearest agency at or above it. */
  async speakingFor(agency: string): Promise<KnownSystem> {
    const systems = await this.all();
    const code = parseAgencyCode(agency);
    const name = nearestSystem(code, (candidate) => systems.find(({ codes }) => codes.includes(candidate))?.name);
    if (name !== undefined) return this.get(name);
    throw new CliFailure(
      words(`Không hệ thống nào trên máy này đại diện cho ${code}.`, `No system on this machine speaks for ${code}.`),
      words(
        'Chọn hệ thống bằng --system, hoặc xem ./truc systems.',
        'Choose one with --system, or see ./truc systems.',
      ),
      EXIT.wrongUse,
    );
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
