import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AxisError, hanoiDay } from '#core';
import { type IncomingMessage } from '#broker';
import { type Arrival, HubStore, type Moment, type NewRefusal, type Receipt } from '#store';
import { type Arrivals, MalformedMessage, MOST_RECEIPTED, readReceipts, type Receipts } from '#wire';
import { AxisEvents } from '../events/axis-events.js';
import { Roster } from '../registry/roster.js';
import { Notices, type PlainResult } from './notices.js';
import { storable } from './outcomes.js';
import { runsOf } from './runs.js';
import { type Settled } from './one-by-one.js';

/** What became of one message of receipts: refused, or the deliveries its issuers should hear of. */
export interface ReceiptOutcome {
  readonly result: PlainResult;
  readonly arrivals: readonly Arrival[];
}

interface Reading {
  readonly message: IncomingMessage;
  readonly system?: string;
  readonly receipts?: Receipts['receipts'];
  readonly refusal?: AxisError;
}

interface DeliveryPair {
  readonly documentId: string;
  readonly recipient: string;
}

/** Counts deliveries received. A receipt is status 01: the system has the document, whether or not anybody looked at it. */
@Injectable()
export class ReceiptsService {
  /** Messages whose work was begun before, here or at a hub that died. */
  private readonly taken = new WeakSet<IncomingMessage>();

  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
    private readonly notices: Notices,
    private readonly events: AxisEvents,
  ) {}

  /**
   * Marks what the messages name as received, each delivery once however often it is named. `momentOf` says when what was taken at a
   * time counts, where that is not now.
   */
  async take(
    messages: readonly IncomingMessage[],
    momentOf: (takenAt: string) => Moment | undefined,
  ): Promise<ReceiptOutcome[]> {
    const at = Date.now();
    const readings = messages.map((message) => this.read(message));
    const receipts = readings.flatMap(({ system = '', receipts = [] }) =>
      receipts.map(({ documentId, recipients, at: takenAt }) => {
        return { system, documentId, recipients, moment: momentOf(takenAt) };
      }),
    );
    const again = await this.namedAgain(readings);
    const arrivals: Arrival[] = [];
    for (const run of runsOf(receipts, ({ recipients }) => recipients.length, MOST_RECEIPTED)) {
      arrivals.push(...(await this.store.exchange.recordReceipts({ at, day: hanoiDay(at), receipts: run })));
    }
    const refusals = readings.flatMap((reading) => refusalOf(reading));
    if (refusals.length > 0) await this.store.refusals.record({ at, day: hanoiDay(at), refusals });
    this.tellOf(arrivals, at);
    return readings.map(({ refusal }, index) => ({
      result: refusal === undefined ? { outcome: 'accepted' } : { outcome: 'refused', error: refusal },
      // What the batch brought stands with its first message; nobody needs to know which message brought which.
      arrivals: index === 0 ? [...arrivals, ...again] : [],
    }));
  }

  /**
   * Counts what systems took as received, each delivery once, and tells issuers that asked for it. One that was counted before is told
   * once more: whoever counted it may have died before telling.
   */
  async arrive(receipts: readonly Receipt[]): Promise<void> {
    if (receipts.length === 0) return;
    const at = Date.now();
    const arrivals = await this.store.exchange.recordReceipts({ at, day: hanoiDay(at), receipts });
    this.tellOf(arrivals, at);
    const counted = new Set(arrivals.map(({ documentId, recipient }) => `${documentId} ${recipient}`));
    const again = pairsIn(receipts).filter(({ documentId, recipient }) => !counted.has(`${documentId} ${recipient}`));
    await this.notices.arrivals(this.bySender([...arrivals, ...(await this.received(again))]));
  }

  /** Tells issuers that asked for it of arrivals, and senders of refused receipts. */
  async passOn(messages: readonly IncomingMessage[], settled: readonly Settled<ReceiptOutcome>[]): Promise<void> {
    await this.notices.arrivals(
      this.bySender(settled.flatMap((each) => ('result' in each ? each.result.arrivals : []))),
    );
    await this.notices.tell(
      messages.flatMap((message, index) => {
        const each = settled[index];
        if (each === undefined || !('result' in each) || each.result.result.outcome !== 'refused') return [];
        const system = this.roster.system(message.userId ?? '')?.name;
        return [{ system, key: message.messageId ?? '', kind: 'receipt' as const, result: each.result.result }];
      }),
    );
  }

  private tellOf(arrivals: readonly Arrival[], at: number): void {
    this.events.tell(() =>
      arrivals.map(({ documentId, identity, recipient }) => ({ kind: 'arrived', at, documentId, identity, recipient })),
    );
  }

  /** What to tell the senders that asked to hear of arrivals, by system. */
  private bySender(arrivals: readonly Arrival[]): Map<string, Arrivals['arrivals']> {
    const bySystem = new Map<string, Arrivals['arrivals']>();
    const at = new Date().toISOString();
    for (const { senderSystem, documentId, recipient } of arrivals) {
      const sender = this.roster.system(senderSystem);
      if (sender?.mode !== 'amqp' || !sender.arrivals) continue;
      const list = bySystem.get(senderSystem) ?? [];
      bySystem.set(senderSystem, list);
      const last = list.at(-1);
      if (last?.documentId === documentId) last.recipients.push(recipient);
      else list.push({ documentId, recipients: [recipient], at });
    }
    return bySystem;
  }

  /** A message that was taken before may have been counted without its arrivals having been passed on; they are named once more. */
  private async namedAgain(readings: readonly Reading[]): Promise<Arrival[]> {
    const again = readings.filter(({ message }) => message.redelivered || this.taken.has(message));
    for (const { message } of readings) this.taken.add(message);
    if (again.length === 0) return [];
    return this.received(again.flatMap(({ receipts = [] }) => pairsIn(receipts)));
  }

  /** Those of the deliveries that are received. */
  private async received(pairs: readonly DeliveryPair[]): Promise<Arrival[]> {
    if (pairs.length === 0) return [];
    const found = await this.store.exchange.findDeliveries(
      pairs.map(({ documentId, recipient }) => ({ identityKeys: [documentId], recipient })),
    );
    return found.filter((each) => each !== undefined && each.state === 'received').map((each) => each as Arrival);
  }

  private read(message: IncomingMessage): Reading {
    try {
      const system = this.roster.system(message.userId ?? '')?.name;
      if (system === undefined) throw new AxisError('SENDER_UNVERIFIED', {});
      return { message, system, receipts: readReceipts(message.body).receipts };
    } catch (error) {
      if (error instanceof AxisError) return { message, refusal: error };
      if (error instanceof MalformedMessage)
        return { message, refusal: new AxisError('RECEIPT_MALFORMED', { reason: error.message }) };
      throw error;
    }
  }
}

function pairsIn(receipts: readonly Pick<Receipt, 'documentId' | 'recipients'>[]): DeliveryPair[] {
  return receipts.flatMap(({ documentId, recipients }) => recipients.map((recipient) => ({ documentId, recipient })));
}

function refusalOf({ message, refusal }: Reading): NewRefusal[] {
  if (refusal === undefined) return [];
  const { code, message: detail } = refusal;
  const sha256 = createHash('sha256').update(message.body).digest('hex');
  return [
    {
      id: uuid(),
      system: message.userId ?? '',
      submissionKey: storable(message.messageId ?? ''),
      sha256,
      kind: 'receipt',
      code,
      detail,
    },
  ];
}
