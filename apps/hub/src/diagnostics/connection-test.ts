import { Injectable } from '@nestjs/common';
import { AxisError, hanoiIso } from '#core';
import { inboxOf, SUBMISSION_QUEUES, Topology, urgentInboxOf } from '#broker';
import { HubStore, type RegisteredSystem } from '#store';
import { type ConnectionTest } from '#wire';
import { Presence } from '../registry/presence.js';
import { Roster } from '../registry/roster.js';

type Step = ConnectionTest['steps'][number];
/** What a step saw; it throws when something is not as it ought to be. */
type Look = () => Promise<string>;

/** Tries the way to a system, each step timed. Nothing is published: looking leaves no trace. In Vietnamese. */
@Injectable()
export class ConnectionTester {
  constructor(
    private readonly store: HubStore,
    private readonly topology: Topology,
    private readonly roster: Roster,
    private readonly presence: Presence,
  ) {}

  /** @throws AxisError SYSTEM_UNKNOWN */
  async of(name: string): Promise<ConnectionTest> {
    const system = this.roster.system(name);
    if (system === undefined) throw new AxisError('SYSTEM_UNKNOWN', { name });
    const steps: Step[] = [];
    for (const [what, look] of this.looks(system)) steps.push(await timed(what, look));
    return { asOf: hanoiIso(Date.now()), steps };
  }

  private looks({ name, mode, lockedAt }: RegisteredSystem): [string, Look][] {
    const queues = [inboxOf(name), urgentInboxOf(name)];
    const inboxes = queues.map((queue): [string, Look] => [`Hộp thư ${queue} có đó`, () => this.depthOf(queue)]);
    return [
      ['Cơ sở dữ liệu ghi được', () => this.store.probe().then(() => '')],
      ['Cơ sở dữ liệu đọc được', async () => `phiên bản ${(await this.store.about()).version}`],
      ['RabbitMQ trả lời', () => this.depthOf(SUBMISSION_QUEUES.edoc)],
      ...(mode === 'amqp' ? inboxes : []),
      [
        'Hệ thống không bị khoá',
        () =>
          lockedAt === undefined ? Promise.resolve('') : Promise.reject(new Error(`khoá từ ${hanoiIso(lockedAt)}`)),
      ],
      [
        mode === 'amqp' ? 'Hệ thống đang nghe hộp thư' : 'Hệ thống có hỏi trong 5 phút qua',
        () => this.presenceOf(name),
      ],
    ];
  }

  private async depthOf(queue: string): Promise<string> {
    const state = await this.topology.inspect(queue);
    if (state === undefined) throw new Error('không có hàng đợi này');
    return `${state.ready} thông điệp, ${state.consumers} bên nghe`;
  }

  private async presenceOf(name: string): Promise<string> {
    const { connected, queued, lastSeenAt } = (await this.presence.now(new Set([name]))).get(name) ?? { queued: 0 };
    const seen = lastSeenAt === undefined ? 'chưa từng thấy' : `thấy lần cuối ${hanoiIso(lastSeenAt)}`;
    if (connected !== true) throw new Error(`${seen}, ${queued} thông điệp đang chờ`);
    return `${seen}, ${queued} thông điệp đang chờ`;
  }
}

async function timed(what: string, look: Look): Promise<Step> {
  const begun = performance.now();
  const taken = (): number => Math.round((performance.now() - begun) * 10) / 10;
  try {
    const detail = await look();
    return { what, ok: true, ms: taken(), ...(detail === '' ? {} : { detail }) };
  } catch (error) {
    return { what, ok: false, ms: taken(), detail: error instanceof Error ? error.message : String(error) };
  }
}
