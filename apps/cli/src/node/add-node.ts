import { setTimeout as pause } from 'node:timers/promises';
import { AxisError, parseAgencyCode, parseSystemName } from '#core';
import { type HubClient } from '#wire';
import { isFree } from '../axis/ports.js';
import { type Context } from '../context.js';
import { CliFailure } from '../terminal/failure.js';
import { words } from '../terminal/words.js';
import { ComposeAxis } from './compose-axis.js';
import { NodeFiles, type NodePlan } from './node-files.js';
import { takeDown } from './take-down.js';

interface Options {
  readonly name: string;
  readonly port?: number;
  readonly poll?: boolean;
}

const WITHIN_S = 60;
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
  await files.add(plan);
  try {
    await start(plan.name, axis);
    await untilConnected(plan.name, hub);
  } catch (error) {
    await takeDown(plan.name, { axis: await ComposeAxis.open(), hub, files });
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
  const isTaken = name in axis.config.services || name === 'index' || items.some((system) => system.name === name);
  if (isTaken) throw new AxisError('SYSTEM_EXISTS', { name });
  for (const code of codes) {
    await hub.agency(code);
    const system = items.find((each) => each.codes.includes(code))?.name;
    if (system !== undefined) throw new AxisError('AGENCY_HAS_SYSTEM', { code, system });
  }
  if (port !== undefined && !(await isFree({ host: '127.0.0.1', port }))) throw new AxisError('PORT_TAKEN', { port });
}

async function start(name: string, axis: ComposeAxis): Promise<void> {
  const { code, err } = await axis.run('up', '-d', '--no-deps', '--wait', '--wait-timeout', String(WITHIN_S), name);
  if (code === 0) return;
  const log = (await axis.run('logs', '--no-log-prefix', '--tail', '5', name)).out.trim();
  const why = log === '' ? err.trim() : log;
  throw new CliFailure(
    words(`${name} không khởi động được.\n${why}`, `${name} could not be started.\n${why}`),
    words(
      'Chữa điều nêu trên rồi thêm lại; không còn gì sót lại.',
      'Mend that and add it again; nothing was left behind.',
    ),
  );
}

async function untilConnected(name: string, hub: HubClient): Promise<void> {
  const deadline = Date.now() + WITHIN_S * 1000;
  while ((await hub.system(name)).connected !== true) {
    if (Date.now() > deadline) {
      throw new CliFailure(
        words(`${name} chạy nhưng không nhận hộp thư của mình.`, `${name} runs, but does not take from its inbox.`),
        words(`Xem docker compose logs ${name}.`, `See docker compose logs ${name}.`),
      );
    }
    await pause(AGAIN_MS);
  }
}
