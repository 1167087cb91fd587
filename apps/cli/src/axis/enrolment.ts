import { randomBytes } from 'node:crypto';
import { type CliConfig } from '#config';
import { type HubClient } from '#wire';
import { KeptSystems } from '../kept-systems.js';
import { type KnownSystem } from '../known-systems.js';
import { type LocalSystem } from './five-systems.js';

/** Where a system is reached, and the RabbitMQ its secret is known to. */
interface Place {
  readonly port: number;
  readonly broker: string;
}

/** Makes the hub know the systems of this machine and this machine know their secrets; what fits already is left as it is. */
export async function enrolLocal(
  hub: HubClient,
  config: CliConfig,
  { systems: locals, broker }: { readonly systems: readonly LocalSystem[]; readonly broker: string },
): Promise<KnownSystem[]> {
  const known = new KeptSystems(config.dataFolder);
  const enrolled = new Map((await hub.systems()).items.map((system) => [system.name, system]));
  const systems: KnownSystem[] = [];
  for (const [index, local] of locals.entries()) {
    const place = { port: config.agencyPortsFrom + index, broker };
    const kept = await known.find(local.name);
    const secret = await secretOf(hub, { local, kept, place, isEnrolled: enrolled.has(local.name) });
    const system = describe(local, place, { secret, token: kept?.token ?? randomBytes(32).toString('base64url') });
    await known.keep(system);
    systems.push(system);
  }
  return systems;
}

interface Standing {
  readonly local: LocalSystem;
  readonly kept: KnownSystem | undefined;
  readonly place: Place;
  readonly isEnrolled: boolean;
}

/** A secret that was lost here, or that another RabbitMQ knew, is renewed. */
async function secretOf(hub: HubClient, { local, kept, place, isEnrolled }: Standing): Promise<string> {
  const { name, codes } = local;
  if (!isEnrolled) return (await hub.addSystem({ name, codes: [...codes], arrivals: true })).secret;
  if (kept?.secret !== undefined && kept.broker === place.broker) return kept.secret;
  return (await hub.renewSecret(name)).secret;
}

function describe(local: LocalSystem, { port, broker }: Place, keys: { secret: string; token: string }): KnownSystem {
  return { name: local.name, codes: [...local.codes], ...keys, port, url: `http://127.0.0.1:${port}`, broker };
}
