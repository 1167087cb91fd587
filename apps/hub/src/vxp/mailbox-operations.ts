import { Injectable } from '@nestjs/common';
import { AxisError, hanoiTimestamp, parseWireTimestamp } from '#core';
import { HubStore, type Letter, type LetterKind, type LetterState } from '#store';
import { LetterBodies } from './letter-bodies.js';
import { LetterMarks } from './letter-marks.js';
import { type Parameters, type VxpCall } from './vxp-call.js';
import { type VxpOperation, type VxpPart } from './vxp-operation.js';
import { replyOk } from './vxp-reply.js';

/** Letters in one list, at most. [ours] */
const MOST_LISTED = 1_000;
const DAY_MS = 24 * 3_600_000;
const KINDS: readonly LetterKind[] = ['edoc', 'status'];
const LIST = ['servicetype', 'messagetype'];

const STATE_NAMES: Readonly<Record<LetterState, string>> = {
  initial: 'Chờ nhận',
  processing: 'Đang nhận',
  fail: 'Nhận lỗi, chờ nhận lại',
  done: 'Đã nhận',
};

/** What waits for a system that polls: lists, bytes, and what it says of having taken them. */
@Injectable()
export class MailboxOperations implements VxpPart {
  constructor(
    private readonly store: HubStore,
    private readonly marks: LetterMarks,
    private readonly bodies: LetterBodies,
  ) {}

  operations(): Readonly<Record<string, VxpOperation>> {
    const file = ['docId', 'filePath'];
    return {
      getReceivedEdocList: {
        method: 'POST',
        parameters: [...LIST, 'fromDate', 'toDate'],
        answer: (call) => this.list(call),
      },
      getEdoc: { method: 'POST', parameters: file, answer: (call) => this.get(call) },
      downloadEdoc: { method: 'GET', parameters: file, answer: (call) => this.download(call) },
      updateStatus: { method: 'POST', parameters: ['docId', 'status'], answer: (call) => this.update(call) },
      countReceiveEdoc: { method: 'POST', parameters: LIST, answer: (call) => this.count(call) },
      countReceiveStatus: { method: 'POST', parameters: LIST, answer: (call) => this.count(call) },
    };
  }

  private async list({ system, parameters, response }: VxpCall): Promise<void> {
    const kind = kindIn(parameters);
    const [from, until] = [dayIn(parameters, 'fromDate'), dayIn(parameters, 'toDate')];
    const letters = await this.store.mailboxes.open(system.name, {
      kind,
      limit: MOST_LISTED,
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { to: until + DAY_MS }),
    });
    replyOk(response, { data: letters.map(listed) });
  }

  private async get(call: VxpCall): Promise<void> {
    await this.bodies.answerBase64(await this.letterOf(call), call.response);
  }

  private async download(call: VxpCall): Promise<void> {
    await this.bodies.answerBytes(await this.letterOf(call), call.response);
  }

  private async update(call: VxpCall): Promise<void> {
    const state = call.parameters.oneOf('status', ['done', 'fail', 'processing']);
    await this.marks.note(await this.letterOf(call), state);
    replyOk(call.response);
  }

  private async count({ system, parameters, response }: VxpCall): Promise<void> {
    replyOk(response, { count: await this.store.mailboxes.count(system.name, kindIn(parameters)) });
  }

  /** @throws AxisError VXP_DOCUMENT_UNKNOWN, also for a letter of another system */
  private async letterOf({ system, parameters }: VxpCall): Promise<Letter> {
    const docId = parameters.needed('docId');
    const letter = await this.store.mailboxes.get(docId);
    if (letter?.system !== system.name) throw new AxisError('VXP_DOCUMENT_UNKNOWN', { docId, system: system.name });
    return letter;
  }
}

function kindIn(parameters: Parameters): LetterKind {
  parameters.oneOf('servicetype', ['eDoc']);
  return parameters.oneOf('messagetype', KINDS);
}

/** The first moment of a day `yyyy/MM/dd` in Hanoi; undefined when it was not sent. */
function dayIn(parameters: Parameters, name: string): number | undefined {
  const value = parameters.text(name);
  if (value === undefined) return undefined;
  const at = parseWireTimestamp(`${value} 00:00:00`);
  if (at === undefined) throw new AxisError('VXP_PARAMETER_INVALID', { name, value });
  return at;
}

function listed({ docId, kind, from, to, state, createdAt, updatedAt }: Letter): object {
  const created_time = hanoiTimestamp(createdAt);
  return {
    ...{ docId, serviceType: 'eDoc', messageType: kind, created_time },
    updated_time: updatedAt === createdAt ? created_time : hanoiTimestamp(updatedAt),
    ...{ from, to, status: state, status_desc: STATE_NAMES[state] },
  };
}
