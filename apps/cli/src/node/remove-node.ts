import { setTimeout as pause } from 'node:timers/promises';
import { type HubClient, ProblemError } from '#wire';
import { z } from 'zod';
import { type Context } from '../context.js';
import { CliFailure, EXIT } from '../terminal/failure.js';
import { words } from '#core';
import { ComposeAxis } from './compose-axis.js';
import { NodeFiles } from './node-files.js';
import { takeDown } from './take-down.js';

const DRAINED_WITHIN_MS = 30_000;
const AGAIN_MS = 200;

/** The part of a node's health that says what it has not sent yet. */
const healthSchema = z.looseObject({ waiting: z.record(z.string(), z.number()) });

/** Waits until a node has taken what is in its inbox and sent what it owes, then removes it. What comes for its agencies later goes to the next system above. */
export async function removeNode(context: Context, name: string, { force }: { force?: boolean }): Promise<void> {
  const files = new NodeFiles();
  const listed = await files.listed();
  if (!listed.includes(name)) throw notAdded(name, listed);
  const axis = await ComposeAxis.open();
  const hub = await axis.hub();
  if (force !== true) await drain(name, axis, hub);
  await takeDown(name, { axis, hub, files });
  context.terminal.result({ removed: name }, () =>
    context.terminal.say(words(`✓ Đã gỡ ${name}.`, `✓ ${name} is removed.`)),
  );
}

async function drain(name: string, axis: ComposeAxis, hub: HubClient): Promise<void> {
  const deadline = Date.now() + DRAINED_WITHIN_MS;
  for (;;) {
    const { waiting, polls } = await inboxOf(name, hub);
    const left = waiting + (polls ? 0 : await unsent(name, axis));
    if (left === 0) return;
    if (Date.now() > deadline) {
      throw new CliFailure(
        words(`${name} còn ${left} thông điệp chưa xong.`, `${name} has ${left} messages left.`),
        words('Chạy lại sau, hoặc thêm --force để bỏ.', 'Run it again later, or drop them with --force.'),
      );
    }
    await pause(AGAIN_MS);
  }
}

/** Empty for a system that the hub does not know. One that polls sends while it is asked to, so that nothing waits on its side. */
async function inboxOf(name: string, hub: HubClient): Promise<{ waiting: number; polls: boolean }> {
  try {
    const { queued = 0, poll = false } = await hub.system(name);
    return { waiting: queued, polls: poll };
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'SYSTEM_UNKNOWN') return { waiting: 0, polls: false };
    throw error;
  }
}

async function unsent(name: string, axis: ComposeAxis): Promise<number> {
  const { out } = await axis.run('exec', '-T', name, 'docker/health.sh', '8101');
  const health = healthSchema.safeParse(jsonIn(out));
  if (health.success) return Object.values(health.data.waiting).reduce((sum, count) => sum + count, 0);
  throw new CliFailure(
    words(
      `${name} không trả lời, nên không biết nó còn giữ gì chưa gửi.`,
      `${name} does not answer, so nobody knows what it has not sent yet.`,
    ),
    words(
      `Xem docker compose logs ${name}; để bỏ tất cả: ./truc node rm ${name} --force`,
      `See docker compose logs ${name}; to drop everything: ./truc node rm ${name} --force`,
    ),
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notAdded(name: string, listed: readonly string[]): CliFailure {
  const there = listed.join(', ') || '—';
  return new CliFailure(
    words(`Không có node nào tên ${name} được thêm.`, `No node ${name} was added.`),
    words(`Các node đã thêm: ${there}.`, `Nodes that were added: ${there}.`),
    EXIT.wrongUse,
  );
}
