import { Injectable } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { BrokerAdmin, DEAD_QUEUE, inboxOf, type ListedQueue, SUBMISSION_QUEUES, urgentInboxOf } from '#broker';
import { Roster } from '../registry/roster.js';
import { oneReadingAtATime } from '../one-reading-at-a-time.js';

/** The hub's queues, by name. */
const HUBS = [...Object.values(SUBMISSION_QUEUES), DEAD_QUEUE];

/** How deep the queues are, as RabbitMQ's management interface lists them, up to five seconds old. While it is away nothing is told of them. */
@Injectable()
export class QueueDepths {
  private readonly queues = oneReadingAtATime(() => this.admin.listQueues().catch((): ListedQueue[] => []));

  constructor(
    private readonly admin: BrokerAdmin,
    private readonly roster: Roster,
  ) {}

  /** Labels are the hub's queues and the enrolled systems, and nothing else that lies at the broker. */
  register(registry: Registry): void {
    const registers = [registry];
    const hubs: Gauge = new Gauge({
      ...{ name: 'truc_queue_messages', help: 'Messages in a queue of the hub', labelNames: ['queue'], registers },
      collect: async () => {
        const queues = await this.queues();
        hubs.reset();
        for (const { name: queue, messages } of queues) if (HUBS.includes(queue)) hubs.set({ queue }, messages);
      },
    });
    const messages = { name: 'truc_inbox_messages', help: 'Messages in both inboxes of a system', registers };
    this.ofSystems(messages, (lane) => lane.messages);
    const consumers = { name: 'truc_inbox_consumers', help: 'Consumers of the inboxes of a system', registers };
    this.ofSystems(consumers, (lane) => lane.consumers);
  }

  private ofSystems(
    about: { readonly name: string; readonly help: string; readonly registers: Registry[] },
    of: (queue: ListedQueue) => number,
  ): void {
    const collect = async (): Promise<void> => {
      const byName = new Map((await this.queues()).map((queue) => [queue.name, queue]));
      gauge.reset();
      for (const { name: system } of this.roster.allSystems()) {
        const lanes = [inboxOf(system), urgentInboxOf(system)].flatMap((name) => byName.get(name) ?? []);
        if (lanes.length > 0)
          gauge.set(
            { system },
            lanes.map(of).reduce((sum, one) => sum + one, 0),
          );
      }
    };
    const gauge: Gauge = new Gauge({ ...about, labelNames: ['system'], collect });
  }
}
