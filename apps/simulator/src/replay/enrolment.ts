import { type HubClient } from '#wire';
import { type ReplaySystem } from './plan/government.js';

/** Systems enrolled at the same time; each takes the hub some tenths of a second, most of it RabbitMQ's. */
const AT_ONCE = 8;

/** Enrols the systems, or renews the secrets of those that are; secrets are kept nowhere. Resolves with the secrets by name. */
export async function enrol(hub: HubClient, systems: readonly ReplaySystem[]): Promise<Map<string, string>> {
  const known = new Set((await hub.systems()).items.map(({ name }) => name));
  const secrets = new Map<string, string>();
  const waiting = [...systems];
  const next = async (): Promise<void> => {
    for (let system = waiting.shift(); system !== undefined; system = waiting.shift()) {
      secrets.set(system.name, await secretOf(hub, system, known.has(system.name)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return secrets;
}

async function secretOf(hub: HubClient, { name, top }: ReplaySystem, isEnrolled: boolean): Promise<string> {
  if (isEnrolled) return (await hub.renewSecret(name)).secret;
  return (await hub.addSystem({ name, codes: [top.code], arrivals: false })).secret;
}
