import { type HubClient, ProblemError } from '#wire';
import { type ComposeAxis } from './compose-axis.js';
import { docker } from './docker.js';
import { type NodeFiles } from './node-files.js';

/** Stops a node, takes it off the axis, and removes its container, its volume and its file. What is gone already is passed over. */
export async function takeDown(
  name: string,
  { axis, hub, files }: { readonly axis: ComposeAxis; readonly hub: HubClient; readonly files: NodeFiles },
): Promise<void> {
  await axis.run('stop', name);
  await hub.removeSystem(name).catch(passOverUnknown);
  await axis.run('rm', '--force', '--stop', name);
  const volume = axis.config.volumes[name]?.name;
  if (volume !== undefined) await docker(['volume', 'rm', '--force', volume]);
  await files.remove(name);
}

function passOverUnknown(error: unknown): void {
  if (!(error instanceof ProblemError) || error.problem.code !== 'SYSTEM_UNKNOWN') throw error;
}
