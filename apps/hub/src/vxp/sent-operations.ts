import { Injectable } from '@nestjs/common';
import { hanoiTimestamp, reportedBy, STATUS_NAMES, type StatusCode } from '#core';
import { HubStore, type SentDelivery, type SentStatus } from '#store';
import { letterIdOf } from '../registry/letters.js';
import { type VxpCall } from './vxp-call.js';
import { type VxpOperation, type VxpPart } from './vxp-operation.js';
import { replyOk } from './vxp-reply.js';

/** Lines in one list, at most: the newest. [ours] */
const MOST_LISTED = 1_000;

const SEND_NAMES = { initial: 'Chờ gửi', sending: 'Đang gửi', done: 'Đã nhận', fail: 'Không gửi được' } as const;

/** What a system has sent, and what became of it. */
@Injectable()
export class SentOperations implements VxpPart {
  constructor(private readonly store: HubStore) {}

  operations(): Readonly<Record<string, VxpOperation>> {
    const parameters = ['servicetype', 'messagetype', 'docId'];
    return { getSentEdocList: { method: 'POST', parameters, answer: (call) => this.list(call) } };
  }

  private async list(call: VxpCall): Promise<void> {
    const { parameters, response } = call;
    parameters.oneOf('servicetype', ['eDoc']);
    const kind = parameters.oneOf('messagetype', ['edoc', 'status']);
    replyOk(response, { data: kind === 'edoc' ? await this.documents(call) : await this.statuses(call) });
  }

  /** A docId that is none of the caller's own documents is a leftover of an earlier call. */
  private async documents({ system, parameters }: VxpCall): Promise<object[]> {
    const query = { system: system.name, limit: MOST_LISTED };
    const documentId = parameters.text('docId');
    const one = documentId === undefined ? [] : await this.store.documents.sentDeliveries({ ...query, documentId });
    const deliveries = one.length > 0 ? one : await this.store.documents.sentDeliveries(query);
    return deliveries.map(documentLine);
  }

  private async statuses({ system }: VxpCall): Promise<object[]> {
    const statuses = await this.store.documents.sentStatuses({ system: system.name, limit: MOST_LISTED });
    return statuses.map(statusLine);
  }
}

function documentLine(delivery: SentDelivery): object {
  const { documentId, recipient, sender, subject, number, notation, acceptedAt, arrivedAt, businessCode } = delivery;
  const state = sendState(delivery);
  return {
    ...{ serviceType: 'eDoc', messageType: 'edoc' },
    ...{ senderDocId: documentId, receiverDocId: letterIdOf(documentId, recipient) },
    ...{ fromCode: sender, toCode: recipient, title: subject, notation: `${number}/${notation}` },
    sentTime: hanoiTimestamp(acceptedAt),
    receivedTime: arrivedAt === undefined ? '' : hanoiTimestamp(arrivedAt),
    ...{ sendStatus: state, sendStatusDesc: SEND_NAMES[state] },
    receiveStatus: businessCode,
    receiveStatusDesc: STATUS_NAMES[businessCode as StatusCode] ?? '',
  };
}

function sendState({ state, dispatched }: SentDelivery): keyof typeof SEND_NAMES {
  if (state === 'received') return 'done';
  if (state !== 'waiting') return 'fail';
  return dispatched ? 'sending' : 'initial';
}

function statusLine({ reportKey, recipient, sender, subject, number, notation, code, at }: SentStatus): object {
  const id = letterIdOf(reportKey);
  const [from, to] = reportedBy(code as StatusCode) === 'sender' ? [sender, recipient] : [recipient, sender];
  return {
    ...{ serviceType: 'eDoc', messageType: 'status', senderDocId: id, receiverDocId: id },
    ...{ fromCode: from, toCode: to, title: subject, notation: `${number}/${notation}` },
    ...{ sentTime: hanoiTimestamp(at), receivedTime: hanoiTimestamp(at) },
    ...{ sendStatus: 'done', sendStatusDesc: SEND_NAMES.done },
    ...{ receiveStatus: code, receiveStatusDesc: STATUS_NAMES[code as StatusCode] ?? '' },
  };
}
