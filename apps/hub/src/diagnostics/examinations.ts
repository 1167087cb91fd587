import { Inject, Injectable } from '@nestjs/common';
import { statfs } from 'node:fs/promises';
import { hanoiDay, ledgerAddsUp, OPENED } from '#core';
import { type HubConfig } from '#config';
import { HubStore } from '#store';
import { type Examination } from '#wire';
import { HubHealth } from '../health/hub-health.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { Presence } from '../registry/presence.js';

/** Clocks that NTP keeps are off by far less. */
const MOST_OFF_MS = 2_000;
const LOW_DISK_BYTES = 1024 ** 3;

/** Looks at each part the axis rests on: symptom, cause, remedy. In Vietnamese. */
@Injectable()
export class Examinations {
  constructor(
    private readonly health: HubHealth,
    private readonly presence: Presence,
    private readonly store: HubStore,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  async all(): Promise<Examination[]> {
    const { store, broker } = await this.health.parts();
    return [
      store === 'up' ? good('store', `Cơ sở dữ liệu ${this.store.dialect} trả lời.`) : STORE_DOWN,
      broker === 'up' ? good('broker', 'RabbitMQ đang kết nối.') : BROKER_DOWN,
      await this.disk(this.config.hubFolder),
      ...(broker === 'up' ? await this.systems() : []),
      ...(store === 'up' ? [await this.deadLetters(), await this.ledger(), await this.database()] : []),
      good('versions', `Trục ${this.config.version}, Node ${process.versions.node}.`),
    ];
  }

  private async disk(folder: string): Promise<Examination> {
    const found = await statfs(folder).catch((error: unknown) => String(error));
    if (typeof found === 'string') return { ...FOLDER_AWAY, symptom: `Không đọc được ${folder}: ${found}.` };
    const { bavail, bsize } = found;
    const symptom = `Đĩa của ${folder} còn ${Math.floor((bavail * bsize) / 1024 ** 2)} MB trống.`;
    if (bavail * bsize >= LOW_DISK_BYTES) return good('disk', symptom);
    return {
      part: 'disk',
      state: 'poor',
      symptom,
      cause: 'Sắp hết đĩa.',
      remedy: 'Giải phóng đĩa; khi đầy, trục ngừng nhận nhưng không mất văn bản.',
    };
  }

  private async systems(): Promise<Examination[]> {
    const absent = [...(await this.presence.now())]
      .filter(([, { connected, poll }]) => !connected && !poll)
      .map(([name]) => name);
    if (absent.length === 0) return [good('systems', 'Mọi hệ thống đều đang kết nối.')];
    const symptom = `Không kết nối: ${absent.join(', ')}.`;
    return [
      {
        part: 'systems',
        state: 'poor',
        symptom,
        cause: 'Tiến trình của hệ thống đã dừng hoặc mất mạng.',
        remedy: 'Khởi động lại hệ thống ấy; văn bản đang chờ nó.',
      },
    ];
  }

  private async deadLetters(): Promise<Examination> {
    const open = await this.store.deadLetters.countOpen();
    if (open === 0) return good('dead letters', 'Không có thông điệp chết.');
    const symptom = `${open} thông điệp không xử lý được.`;
    return {
      part: 'dead letters',
      state: 'poor',
      symptom,
      cause: 'Xem lý do của từng cái: ./truc dlq list.',
      remedy: 'Sửa nguyên nhân rồi ./truc dlq retry.',
    };
  }

  /** Version and clock: figures count by the hub's clock, leases of several hubs by theirs. */
  private async database(): Promise<Examination> {
    const { version, at } = await this.store.about();
    const offMs = Math.abs(at - Date.now());
    const symptom = `${this.store.dialect} ${version}, đồng hồ lệch với trục ${Math.round(offMs)} ms.`;
    if (offMs < MOST_OFF_MS) return good('clock', symptom);
    return {
      part: 'clock',
      state: 'poor',
      symptom,
      cause: 'Đồng hồ của máy chạy trục hoặc của máy chạy cơ sở dữ liệu sai.',
      remedy: 'Đồng bộ đồng hồ các máy bằng NTP; số liệu tính ngày theo đồng hồ của trục.',
    };
  }

  private async ledger(): Promise<Examination> {
    const ledger = await this.store.statistics.ledger(OPENED, hanoiDay(Date.now()));
    if (ledgerAddsUp(ledger)) return good('ledger', `Sổ cái khớp: ${ledger.made} bản gửi.`);
    const symptom = `Sổ cái lệch: ${JSON.stringify(ledger)}.`;
    return {
      part: 'ledger',
      state: 'bad',
      symptom,
      cause: 'Bộ đếm khác với văn bản trong kho.',
      remedy: 'Chạy ./truc verify để biết dòng nào. Giữ nguyên dữ liệu và báo cho người phát triển.',
    };
  }
}

const STORE_DOWN: Examination = {
  part: 'store',
  state: 'bad',
  symptom: 'Cơ sở dữ liệu không trả lời.',
  cause: 'Máy chủ cơ sở dữ liệu đã dừng, đĩa đầy, hoặc tệp bị khoá.',
  remedy: 'Khởi động lại cơ sở dữ liệu; văn bản đang chờ ở RabbitMQ.',
};
const FOLDER_AWAY = {
  part: 'disk',
  state: 'bad',
  cause: 'Thư mục chưa có, hoặc đĩa của nó chưa được gắn.',
  remedy: 'Gắn lại đĩa, xem quyền của thư mục, rồi khởi động lại trục.',
} as const;
const BROKER_DOWN: Examination = {
  part: 'broker',
  state: 'bad',
  symptom: 'RabbitMQ không kết nối.',
  cause: 'RabbitMQ đã dừng hoặc mất mạng.',
  remedy: 'Khởi động lại RabbitMQ; trục tự kết nối lại và gửi tiếp.',
};

function good(part: string, symptom: string): Examination {
  return { part, state: 'good', symptom };
}
