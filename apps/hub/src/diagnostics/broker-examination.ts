import { Injectable } from '@nestjs/common';
import { BrokerAdmin, type QueueState, Topology } from '#broker';
import { words } from '#core';
import { Presence } from '../registry/presence.js';
import { clockFinding } from './clocks.js';
import { type Finding, good } from './finding.js';
import { EXAMINED_QUEUES, queueFindings } from './queue-findings.js';

/** HTTP tells a clock in whole seconds, cut off. */
const CUT_OFF_MS = 1_000;

/** Looks at RabbitMQ, the hub's queues there, and who listens. */
@Injectable()
export class BrokerExamination {
  constructor(
    private readonly topology: Topology,
    private readonly admin: BrokerAdmin,
    private readonly presence: Presence,
  ) {}

  itself(): Promise<Finding[]> {
    return brokerFindings(this.admin);
  }

  /** @throws AxisError BROKER_AWAY */
  async queues(): Promise<Finding[]> {
    const states = new Map<string, QueueState | undefined>();
    for (const queue of EXAMINED_QUEUES) states.set(queue, await this.topology.inspect(queue));
    return queueFindings(states);
  }

  /** @throws AxisError BROKER_AWAY */
  async systems(): Promise<Finding> {
    const absent = [...(await this.presence.now())]
      .filter(([, { connected, poll }]) => !connected && !poll)
      .map(([name]) => name);
    if (absent.length === 0)
      return good('systems', words('Mọi hệ thống đều đang kết nối.', 'All systems are connected.'));
    const names = absent.join(', ');
    return {
      ...{ part: 'systems', state: 'poor' },
      symptom: words(`Không kết nối: ${names}.`, `Not connected: ${names}.`),
      cause: words(
        'Tiến trình của hệ thống đã dừng hoặc mất mạng.',
        'The system’s process has stopped, or its network is down.',
      ),
      remedy: words(
        'Khởi động lại hệ thống ấy; văn bản đang chờ nó.',
        'Start that system again; documents wait for it.',
      ),
    };
  }
}

/** Version and clock of a RabbitMQ that is connected, as its management interface tells them. */
export async function brokerFindings(admin: BrokerAdmin): Promise<Finding[]> {
  const asked = Date.now();
  const about = await admin.about().catch(() => undefined);
  if (about === undefined) return [MANAGEMENT_AWAY];
  const { version, at } = about;
  const offMs = Math.max(0, at - Date.now(), asked - (at + CUT_OFF_MS));
  const connected = words(`RabbitMQ ${version} đang kết nối.`, `RabbitMQ ${version} is connected.`);
  return [good('broker', connected), clockFinding(`RabbitMQ ${version}`, offMs, words('RabbitMQ', 'RabbitMQ'))];
}

/** Of a RabbitMQ that is not connected. */
export const BROKER_DOWN: Finding = {
  ...{ part: 'broker', state: 'bad' },
  symptom: words('RabbitMQ không kết nối.', 'RabbitMQ is not connected.'),
  cause: words('RabbitMQ đã dừng hoặc mất mạng.', 'RabbitMQ has stopped, or the network is down.'),
  remedy: words(
    'Khởi động lại RabbitMQ; trục tự kết nối lại và gửi tiếp.',
    'Start RabbitMQ again; the hub connects by itself and goes on.',
  ),
};

const MANAGEMENT_AWAY: Finding = {
  ...{ part: 'broker', state: 'poor' },
  symptom: words(
    'RabbitMQ đang kết nối, nhưng giao diện quản trị của nó không trả lời: không biết phiên bản và đồng hồ.',
    'RabbitMQ is connected, but its management interface does not answer: version and clock are not known.',
  ),
  cause: words(
    'Plugin rabbitmq_management chưa bật, hoặc RABBITMQ_MANAGEMENT_URL sai địa chỉ hay mật khẩu.',
    'The plugin rabbitmq_management is off, or RABBITMQ_MANAGEMENT_URL has a wrong address or password.',
  ),
  remedy: words(
    'Bật plugin, xem lại địa chỉ. Văn bản vẫn đi; chưa ghi danh, khóa hệ thống hay tìm hộp thư bị mất được.',
    'Enable the plugin, look at the address. Documents still flow; systems cannot be enrolled or locked, nor lost inboxes be found.',
  ),
};
