import { Injectable } from '@nestjs/common';
import { hanoiIso, type Language, STATUS_NAMES, STATUS_NAMES_EN, type StatusCode, words, type Words } from '#core';
import { type DeliveryRecord, type DocumentRecord, type StatusRecord } from '#store';
import { Presence, type SystemPresence } from '../registry/presence.js';
import { Roster } from '../registry/roster.js';

/** One hop of a document in words. */
export interface TraceLine {
  readonly at?: string;
  readonly recipient?: string;
  readonly text: string;
}

/** The same in both languages. */
interface Hop extends Omit<TraceLine, 'text'> {
  readonly text: Words;
}

/** Tells why a document is where it is: every hop with its time, what it waits for, and what to do. */
@Injectable()
export class Tracing {
  constructor(
    private readonly presence: Presence,
    private readonly roster: Roster,
  ) {}

  async lines(document: DocumentRecord, language: Language): Promise<TraceLine[]> {
    const { identity, system, acceptedAt, dispatchedAt, deliveries, notes } = document;
    const waitedFor = deliveries.filter(({ state }) => state === 'waiting').map((each) => each.system ?? '');
    const presence = await this.presence.now(new Set(waitedFor));
    const hops: Hop[] = [
      hop(acceptedAt, accepted(identity, system, deliveries.length)),
      // As they were noted when it was accepted.
      ...notes.map((text) => ({ text: words(text, text) })),
      dispatchedAt === undefined ? { text: NOT_DISPATCHED } : hop(dispatchedAt, DISPATCHED),
      ...deliveries.flatMap((delivery) => this.ofDelivery(delivery, presence.get(delivery.system ?? ''), acceptedAt)),
    ];
    return hops.map(({ text, ...rest }) => ({ ...rest, text: text[language] }));
  }

  private ofDelivery(delivery: DeliveryRecord, presence: SystemPresence | undefined, since: number): Hop[] {
    const { recipient, arrivedAt, history } = delivery;
    const who = `${this.roster.nameOf(recipient) ?? recipient} (${recipient})`;
    const of = ({ vi, en }: Words): Words => words(`${who}: ${vi}`, `${who}: ${en}`);
    const standstill = standstillOf(delivery, presence, since);
    const arrived = words(`01 ${STATUS_NAMES['01']}.`, `01 ${STATUS_NAMES_EN['01']}.`);
    return [
      ...(standstill === undefined ? [] : [{ recipient, text: of(standstill) }]),
      ...(arrivedAt === undefined ? [] : [{ ...hop(arrivedAt, of(arrived)), recipient }]),
      ...history.map((report) => ({ ...hop(report.at, of(sentenceOf(report))), recipient })),
    ];
  }
}

const NOT_DISPATCHED = words(
  'Chưa đưa vào hộp thư nào: trục đang chờ RabbitMQ xác nhận và sẽ tự làm lại sau vài giây.',
  'Not yet in any inbox: the hub waits for RabbitMQ to confirm and tries again by itself within seconds.',
);
const DISPATCHED = words(
  'Mọi bản gửi đã nằm chắc trong hộp thư của các hệ thống nhận.',
  'Every delivery lies safely in the inbox of its system.',
);

function accepted(identity: string, system: string, recipients: number): Words {
  return words(
    `Trục nhận văn bản ${identity} từ hệ thống ${system}, ${recipients} nơi nhận.`,
    `The hub accepted the document ${identity} from the system ${system}, ${recipients} ${recipients === 1 ? 'recipient' : 'recipients'}.`,
  );
}

/** Why a delivery is not, or will never be, with its recipient; undefined for one that arrived. */
function standstillOf(
  delivery: DeliveryRecord,
  presence: SystemPresence | undefined,
  since: number,
): Words | undefined {
  const { state, error = '' } = delivery;
  switch (state) {
    case 'failed':
      return words(
        `không gửi được, mã ${error}. Kiểm tra mã cơ quan rồi gửi lại cho nơi này.`,
        `it cannot be delivered, code ${error}. Check the agency’s code, then send it to this recipient again.`,
      );
    case 'expired':
      return words('quá hạn giữ, hệ thống nhận không lấy.', 'kept as long as it may be; its system did not take it.');
    case 'withdrawn':
      return words('đã thu hồi trước khi đến.', 'withdrawn before it arrived.');
    case 'waiting': {
      const [from, why] = [hanoiIso(since), waitsFor(delivery, presence)];
      return words(`đang chờ từ ${from}. ${why.vi}`, `waiting since ${from}. ${why.en}`);
    }
    case 'received':
      return undefined;
  }
}

function sentenceOf({ code, reason, effect }: StatusRecord): Words {
  const isLate = effect === 'late';
  const said = reason ? `, "${reason}"` : '';
  return words(
    `${code} ${STATUS_NAMES[code as StatusCode]}${said}${isLate ? ' (đến muộn, không đổi trạng thái)' : ''}.`,
    `${code} ${STATUS_NAMES_EN[code as StatusCode]}${said}${isLate ? ' (came late, changes nothing)' : ''}.`,
  );
}

function waitsFor({ system }: DeliveryRecord, presence: SystemPresence | undefined): Words {
  if (system === undefined)
    return words(
      'Chưa có hệ thống nào nhận cho cơ quan này: ghi danh bằng ./truc systems add.',
      'No system receives for this agency yet: enrol one with ./truc systems add.',
    );
  if (presence === undefined)
    return words(`Hệ thống ${system} không còn trên trục.`, `The system ${system} is no longer on the axis.`);
  if (presence.poll)
    return words(
      `Văn bản nằm trong hộp thư chờ của ${system}, tới khi hệ thống ấy hỏi qua HTTP và báo done.`,
      `It lies in the mailbox of ${system} until that system asks over HTTP and says done.`,
    );
  if (!presence.connected)
    return words(
      `Hệ thống ${system} không kết nối: khởi động lại hệ thống ấy.`,
      `The system ${system} is not connected: start it again.`,
    );
  const { queued } = presence;
  return words(
    `Hệ thống ${system} đang kết nối, hộp thư còn ${queued} thông điệp; nếu chờ lâu, dùng ./truc resend --system ${system}.`,
    `The system ${system} is connected, with ${queued} messages in its inbox; if it waits long, use ./truc resend --system ${system}.`,
  );
}

function hop(at: number, text: Words): Hop {
  return { at: hanoiIso(at), text };
}
