import { AxisError } from '#core';
import { type HubClient, ProblemError } from '#wire';
import { isOfLoad, loadAgencies, type LoadSystem, receivingSystems, sendingSystem } from './load-agencies.js';

/** A system that is enrolled for this run, and its secret. */
export interface Enrolled extends LoadSystem {
  readonly secret: string;
}

/** Enters the test agencies that are not in the directory yet, and enrols the systems of a run; the first one sends. What an ended run left behind is removed first. @throws AxisError LOAD_RUNNING */
export async function enrolSystems(hub: HubClient, agencies: number, prefix: string): Promise<Enrolled[]> {
  await removeLeftovers(hub, prefix);
  for (const { code, name } of loadAgencies(agencies))
    if (!(await isKnown(hub, code))) await hub.enterAgency(code, name);
  const enrolled: Enrolled[] = [];
  try {
    for (const system of [sendingSystem(prefix), ...receivingSystems(prefix, agencies)]) {
      const { name, codes, arrivals } = system;
      enrolled.push({ ...system, secret: (await hub.addSystem({ name, codes: [...codes], arrivals })).secret });
    }
    return enrolled;
  } catch (error) {
    await removeSystems(hub, enrolled);
    throw error;
  }
}

/** Takes the systems off the axis again. The agencies stay in the directory, which forgets none. */
export async function removeSystems(hub: HubClient, systems: readonly { readonly name: string }[]): Promise<void> {
  for (const { name } of systems) await hub.removeSystem(name);
}

async function removeLeftovers(hub: HubClient, prefix: string): Promise<void> {
  const left = (await hub.systems()).items.filter(({ name }) => isOfLoad(name, prefix));
  if (left.some(({ connected }) => connected === true)) throw new AxisError('LOAD_RUNNING', {});
  await removeSystems(hub, left);
}

async function isKnown(hub: HubClient, code: string): Promise<boolean> {
  try {
    await hub.agency(code);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'AGENCY_UNKNOWN') return false;
    throw error;
  }
}
