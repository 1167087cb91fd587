import { setTimeout as pause } from 'node:timers/promises';
import { AxisError, parseAgencyCode, parseSystemName, words } from '#core';
import { type HubClient, ProblemError } from '#wire';
import { isFree } from '../axis/ports.js';
import { type Context } from '../context.js';
import { CliFailure } from '../terminal/failure.js';
import { ComposeAxis } from './compose-axis.js';
import { NodeFiles, type NodePlan } from './node-files.js';
import { takeDown } from './take-down.js';

interface Options {
  readonly name: string;
  readonly port?: number;
  readonly poll?: boolean;
}

const WITHIN_MS = 60_000;
const AGAIN_MS = 100;

/** Enrols and starts a node, and resolves when it is connected. What fails leaves nothing behind. */
export async function addNode(context: Context, given: readonly string[], options: Options): Promise<void> {
  const { name, port, poll = false } = options;
  const codes = given.flatMap((text) => text.split(',')).map(parseAgencyCode);
  const plan = { name: parseSystemName(name), codes, port, poll };
  const axis = await ComposeAxis.open();
  const hub = await axis.hub();
  const files = new NodeFiles();
  await refuseImpossible(plan, axis, hub);
  const startedAt = Date.now();
  try {
    await files.add(plan);
    await axis.must('up', '-d', '--no-deps', plan.name);
    await untilConnected(plan.name, axis, hub);
  } catch (error) {
    // What hinders the taking down is not what failed; the file goes in any case, or compose would stumble over it from then on.
    await ComposeAxis.open()
      .then((now) => takeDown(plan.name, { axis: now, hub, files }))
      .catch(() => undefined);
    await files.remove(plan.name);
    throw error;
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  context.terminal.result({ ...plan, seconds: Number(seconds) }, () =>
    context.terminal.say(
      words(
        `✓ ${name} chạy cho ${codes.join(', ')}: kết nối sau ${seconds} s. Tệp: docker/nodes/${name}.yaml`,
        `✓ ${name} runs for ${codes.join(', ')}: connected after ${seconds} s. File: docker/nodes/${name}.yaml`,
      ),
    ),
  );
}

async function refuseImpossible({ name, codes, port }: NodePlan, axis: ComposeAxis, hub: HubClient): Promise<void> {
  const { items } = await hub.systems();
  const isTaken =
    Object.hasOwn(axis.config.services, name) || name === 'index' || items.some((system) => system.name === name);
  if (isTaken) throw new AxisError('SYSTEM_EXISTS', { name });
  for (const code of codes) {
    await hub.agency(code);
    const system = items.find((each) => each.codes.includes(code))?.name;
    if (system !== undefined) throw new AxisError('AGENCY_HAS_SYSTEM', { code, system });
  }
  if (port !== undefined && !(await isFree({ host: '127.0.0.1', port }))) throw new AxisError('PORT_TAKEN', { port });
}

/** Resolves when the hub sees it take from its inbox or mailbox. A container that ends meanwhile has said why. */
async function untilConnected(name: string, axis: ComposeAxis, hub: HubClient): Promise<void> {
  const deadline = Date.now() + WITHIN_MS;
  while (!(await isConnected(name, hub))) {
    const container = (await axis.containers()).find(({ Service }) => Service === name);
    const isGone = container === undefined || GONE.has(container.State);
    if (isGone || Date.now() > deadline) throw await notStarted(name, axis);
    await pause(AGAIN_MS);
  }
}

const GONE: ReadonlySet<string> = new Set(['restarting', 'exited', 'dead']);

async function isConnected(name: string, hub: HubClient): Promise<boolean> {
  try {
    return (await hub.system(name)).connected === true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'SYSTEM_UNKNOWN') return false; // not enrolled yet
    throw error;
  }
}

async function notStarted(name: string, axis: ComposeAxis): Promise<CliFailure> {
  const log = (await axis.run('logs', '--no-log-prefix', '--tail', '5', name)).out.trim();
  return new CliFailure(
    words(`${name} không kết nối được.\n${log}`, `${name} did not connect.\n${log}`),
    words(
      'Chữa điều nêu trên rồi thêm lại; không còn gì sót lại.',
      'Mend that and add it again; nothing was left behind.',
    ),
  );
}
