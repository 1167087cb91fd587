import { Injectable } from '@nestjs/common';
import { hanoiIso, STATUS_NAMES, type StatusCode } from '#core';
import { type DeliveryRecord, type DocumentRecord, type StatusRecord } from '#store';
import { Presence, type SystemPresence } from '../registry/presence.js';
import { Roster } from '../registry/roster.js';

/** One hop of a document in words. */
export interface TraceLine {
  readonly at?: string;
  readonly recipient?: string;
  readonly text: string;
}

/** Tells why a document is where it is: every hop with its time, what it waits for, and what to do. In Vietnamese. */
@Injectable()
export class Tracing {
  constructor(
    private readonly presence: Presence,
    private readonly roster: Roster,
  ) {}

  async lines(document: DocumentRecord): Promise<TraceLine[]> {
    const { identity, system, acceptedAt, dispatchedAt, deliveries, notes } = document;
    const waitedFor = deliveries.filter(({ state }) => state === 'waiting').map((each) => each.system ?? '');
    const presence = await this.presence.now(new Set(waitedFor));
    return [
      line(acceptedAt, `Trục nhận văn bản ${identity} từ hệ thống ${system}, ${deliveries.length} nơi nhận.`),
      ...notes.map((text) => ({ text })),
      dispatchedAt === undefined
        ? { text: 'Chưa đưa vào hộp thư nào: trục đang chờ RabbitMQ xác nhận và sẽ tự làm lại sau vài giây.' }
        : line(dispatchedAt, 'Mọi bản gửi đã nằm chắc trong hộp thư của các hệ thống nhận.'),
      ...deliveries.flatMap((delivery) => this.ofDelivery(delivery, presence.get(delivery.system ?? ''), acceptedAt)),
    ];
  }

  private ofDelivery(delivery: DeliveryRecord, presence: SystemPresence | undefined, since: number): TraceLine[] {
    const { recipient, arrivedAt, history } = delivery;
    const who = `${this.roster.nameOf(recipient) ?? recipient} (${recipient})`;
    const standstill = standstillOf(delivery, presence, since);
    return [
      ...(standstill === undefined ? [] : [{ recipient, text: `${who}: ${standstill}` }]),
      ...(arrivedAt === undefined ? [] : [{ ...line(arrivedAt, `${who}: 01 ${STATUS_NAMES['01']}.`), recipient }]),
      ...history.map((report) => ({ ...line(report.at, `${who}: ${wordsOf(report)}.`), recipient })),
    ];
  }
}

/** Why a delivery is not, or will never be, with its recipient; undefined for one that arrived. */
function standstillOf(
  delivery: DeliveryRecord,
  presence: SystemPresence | undefined,
  since: number,
): string | undefined {
  const { state, error = '' } = delivery;
  switch (state) {
    case 'failed':
      return `không gửi được, mã ${error}. Kiểm tra mã cơ quan rồi gửi lại cho nơi này.`;
    case 'expired':
      return 'quá hạn giữ, hệ thống nhận không lấy.';
    case 'withdrawn':
      return 'đã thu hồi trước khi đến.';
    case 'waiting':
      return `đang chờ từ ${hanoiIso(since)}. ${waitsFor(delivery, presence)}`;
    case 'received':
      return undefined;
  }
}

function wordsOf({ code, reason, effect }: StatusRecord): string {
  const late = effect === 'late' ? ' (đến muộn, không đổi trạng thái)' : '';
  return `${code} ${STATUS_NAMES[code as StatusCode]}${reason ? `, "${reason}"` : ''}${late}`;
}

function waitsFor({ system }: DeliveryRecord, presence: SystemPresence | undefined): string {
  if (system === undefined) return 'Chưa có hệ thống nào nhận cho cơ quan này: ghi danh bằng ./truc systems add.';
  if (presence === undefined) return `Hệ thống ${system} không còn trên trục.`;
  if (presence.poll)
    return `Văn bản nằm trong hộp thư chờ của ${system}, tới khi hệ thống ấy hỏi qua HTTP và báo done.`;
  if (!presence.connected) return `Hệ thống ${system} không kết nối: khởi động lại hệ thống ấy.`;
  return `Hệ thống ${system} đang kết nối, hộp thư còn ${presence.queued} thông điệp; nếu chờ lâu, dùng ./truc resend --system ${system}.`;
}

function line(at: number, text: string): TraceLine {
  return { at: hanoiIso(at), text };
}
