import { Injectable } from '@nestjs/common';
import { hanoiDay, ledgerAddsUp, OPENED, words } from '#core';
import { HubStore } from '#store';
import { clockFinding } from './clocks.js';
import { type Finding, good } from './finding.js';

/** As their makers write them. */
const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

/** Looks at the database and at what stands in it. */
@Injectable()
export class StoreExamination {
  constructor(private readonly store: HubStore) {}

  itself(): Finding {
    const name = NAMES[this.store.dialect];
    return good('store', words(`Cơ sở dữ liệu ${name} trả lời.`, `The ${name} database answers.`));
  }

  /** @throws AxisError STORE_AWAY */
  async deadLetters(): Promise<Finding> {
    const open = await this.store.deadLetters.countOpen();
    if (open === 0) return good('dead letters', words('Không có thông điệp chết.', 'There are no dead letters.'));
    return {
      ...{ part: 'dead letters', state: 'poor' },
      symptom: words(`${open} thông điệp không xử lý được.`, `${open} messages could not be handled.`),
      cause: words('Xem lý do của từng cái: ./truc dlq list.', 'See the reason of each: ./truc dlq list.'),
      remedy: words('Sửa nguyên nhân rồi ./truc dlq retry.', 'Mend the cause, then ./truc dlq retry.'),
    };
  }

  /** @throws AxisError STORE_AWAY */
  async clock(): Promise<Finding> {
    const { version, at } = await this.store.about();
    const whose = words('cơ sở dữ liệu', 'the database');
    return clockFinding(`${NAMES[this.store.dialect]} ${version}`, Math.abs(at - Date.now()), whose);
  }

  /** @throws AxisError STORE_AWAY */
  async ledger(): Promise<Finding> {
    const ledger = await this.store.statistics.ledger(OPENED, hanoiDay(Date.now()));
    const { made } = ledger;
    if (ledgerAddsUp(ledger))
      return good('ledger', words(`Sổ cái khớp: ${made} bản gửi.`, `The ledger adds up: ${made} deliveries.`));
    const seen = JSON.stringify(ledger);
    return {
      ...{ part: 'ledger', state: 'bad' },
      symptom: words(`Sổ cái lệch: ${seen}.`, `The ledger is off: ${seen}.`),
      cause: words('Bộ đếm khác với văn bản trong kho.', 'A counter differs from the documents in the store.'),
      remedy: words(
        'Chạy ./truc verify để biết dòng nào. Giữ nguyên dữ liệu và báo cho người phát triển.',
        './truc verify names the rows. Leave the data as they are and tell the developers.',
      ),
    };
  }
}

/** Of a database that does not answer. */
export const STORE_DOWN: Finding = {
  ...{ part: 'store', state: 'bad' },
  symptom: words('Cơ sở dữ liệu không trả lời.', 'The database does not answer.'),
  cause: words(
    'Máy chủ cơ sở dữ liệu đã dừng, đĩa đầy, hoặc tệp bị khóa.',
    'Its server has stopped, the disk is full, or the file is locked.',
  ),
  remedy: words(
    'Khởi động lại cơ sở dữ liệu; văn bản đang chờ ở RabbitMQ.',
    'Start the database again; documents wait in RabbitMQ.',
  ),
};
