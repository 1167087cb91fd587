import { isSystemName, nearestSystem, parseAgencyCode, words } from '#core';
import { z } from 'zod';
import { CliFailure, EXIT } from './terminal/failure.js';

/** A system this machine runs, as `truc up` keeps it: how to reach its own HTTP interface, and its secret at the hub. */
export const knownSystemSchema = z.object({
  name: z.string(),
  codes: z.array(z.string()).min(1),
  /** Undefined for a system in a container, which alone knows it. */
  secret: z.string().optional(),
  port: z.number().int(),
  token: z.string(),
  url: z.string(),
  /** The RabbitMQ that knows the secret, without its password. */
  broker: z.string().optional(),
});
export type KnownSystem = z.infer<typeof knownSystemSchema>;

/** The systems whose own interfaces this command line reaches. */
export abstract class KnownSystems {
  /** In a lasting order. */
  abstract all(): Promise<KnownSystem[]>;
  /** Undefined when there is none of this name, or none that can be understood. */
  abstract find(name: string): Promise<KnownSystem | undefined>;
  abstract keep(system: KnownSystem): Promise<void>;
  abstract forget(name: string): Promise<void>;

  /** The system of this name; a sentence naming the ones there are when there is none. */
  async get(name: string): Promise<KnownSystem> {
    const system = isSystemName(name) ? await this.find(name) : undefined;
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
}
