import { Readable } from 'node:stream';
import { type Broker, type IncomingMessage, inboxOf, type OutgoingMessage, SUBMIT, type Verdict } from '#broker';
import { arrivalsSchema, HEADER, type HubClient, noticeSchema, type NoticeResult, readMessage } from '#wire';
import { receiverNumber } from './load-agencies.js';
import { digestOf, type LoadDocument } from './load-documents.js';
import { publishSurely, outlast } from '../persistence.js';
import { type LoadRecord } from './load-record.js';

/** Larger bodies go by claim check, as the axis delivers them (docs/protocol.md, Limits). */
const INLINE_LIMIT_BYTES = 256 * 1024;
const BATCHES = { size: 256, withinMs: 5, bytes: 8 * 1024 * 1024, inFlight: 2 } as const;

/** What a system of the run works with. */
export interface SystemParts {
  readonly name: string;
  readonly broker: Broker;
  /** The hub as this system, for large bodies. */
  readonly hub: HubClient;
  readonly record: LoadRecord;
  /** Aborted when nothing is waited for any more. */
  readonly over: AbortSignal;
}

/** The system that hands documents in, and hears of acceptances and arrivals. */
export class SendingSystem {
  /** Bytes of edXML handed in. */
  bytes = 0;

  constructor(private readonly parts: SystemParts) {}

  /** Resolves when it listens to its inbox. */
  async open(): Promise<void> {
    const { broker, name } = this.parts;
    await broker.consume(inboxOf(name), BATCHES, (messages) =>
      Promise.resolve(messages.map((each) => this.hear(each))),
    );
  }

  /** Hands one document in, over any outage; one that cannot be is noted as refused. Never rejects. */
  async hand(number: number): Promise<void> {
    const { broker, record, over } = this.parts;
    try {
      const document = record.documents.write(number, Date.now());
      this.bytes += document.bytes;
      await publishSurely(broker, await this.messageOf(number, document), over);
    } catch (error) {
      record.tally.noteRefused(number, error instanceof Error ? error.message : String(error));
    }
  }

  private async messageOf(number: number, document: LoadDocument): Promise<OutgoingMessage> {
    const { plan, documents } = this.parts.record;
    const message = {
      exchange: SUBMIT,
      key: plan.isUrgent(number) ? 'edoc.urgent' : 'edoc',
      type: 'edoc',
      messageId: documents.keyOf(number),
      contentType: 'application/xml',
    } as const;
    if (document.bytes <= INLINE_LIMIT_BYTES) return { ...message, body: Buffer.concat(document.pieces) };
    const digest = await this.put(document);
    const headers = { [HEADER.body]: digest, [HEADER.bodySize]: document.bytes };
    return { ...message, body: Buffer.alloc(0), headers };
  }

  private async put({ pieces }: LoadDocument): Promise<string> {
    const digest = await digestOf(pieces);
    const stream = (): ReadableStream<Uint8Array> =>
      Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>;
    await outlast(() => this.parts.hub.putBody(digest, stream()), this.parts.over);
    return digest;
  }

  private hear({ type, body }: IncomingMessage): Verdict {
    if (type === 'notice') for (const result of readMessage(noticeSchema, body).results) this.hearAnswer(result);
    if (type === 'arrived') this.hearArrivals(body);
    return 'done';
  }

  private hearAnswer({ kind, key, outcome, documentId, code, detail }: NoticeResult): void {
    const { record } = this.parts;
    const number = kind === 'edoc' ? record.documents.numberOfKey(key) : undefined;
    if (number === undefined) return;
    if (outcome === 'refused') record.tally.noteRefused(number, `${code ?? ''}: ${detail ?? ''}`);
    else record.noteAccepted(number, documentId);
  }

  private hearArrivals(body: Buffer): void {
    const { record } = this.parts;
    for (const { documentId, recipients } of readMessage(arrivalsSchema, body).arrivals) {
      const number = record.numberOf(documentId);
      if (number === undefined) continue;
      for (const code of recipients) {
        const agency = receiverNumber(code);
        if (agency !== undefined) record.noteStatus(number, agency);
      }
    }
  }
}
