import { Injectable, Logger } from '@nestjs/common';
import { AxisError, hanoiIso, identityKeyOf, parseAgencyCode, STATUS_NAMES, type StatusCode } from '#core';
import { type DeliveryRecord, type DocumentRecord, type DocumentSummary, HubStore } from '#store';
import { z } from 'zod';
import { Roster } from '../registry/roster.js';
import { type Principal } from '../security/principal.js';
import { DocumentContents, type ListedAttachment } from './document-contents.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const STATUS = Object.keys(STATUS_NAMES) as StatusCode[];
const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const code = z.string().transform((text) => parseAgencyCode(text));
const listQuery = z.object({
  q: z.string().max(500).optional(),
  identity: z.string().optional(),
  sender: code.optional(),
  recipient: code.optional(),
  state: z.enum(['waiting', 'received', 'failed', 'expired', 'withdrawn']).optional(),
  status: z.enum(STATUS).optional(),
  type: z.string().optional(),
  urgent: z.stringbool().optional(),
  from: moment.optional(),
  to: moment.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
});

/** Shows documents to those who may see them. */
@Injectable()
export class DocumentReading {
  private readonly logger = new Logger(DocumentReading.name);

  constructor(
    private readonly store: HubStore,
    private readonly roster: Roster,
    private readonly contents: DocumentContents,
  ) {}

  async list(caller: Principal, query: unknown): Promise<unknown> {
    const visibleTo = caller.kind === 'system' ? caller.name : undefined;
    const { q, ...filters } = listQuery.parse(query);
    const words = q === undefined || q.trim() === '' ? undefined : q;
    const page = await this.store.documents.list({ ...filters, words, visibleTo });
    return {
      items: page.items.map((each) => this.summary(each)),
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  }

  async one(caller: Principal, id: string): Promise<unknown> {
    const record = await this.record(caller, id);
    const own = caller.kind === 'operator' || record.system === caller.name;
    const deliveries = own ? record.deliveries : record.deliveries.filter(({ system }) => system === caller.name);
    const attachments = await this.attachments(record);
    return { ...this.summary(record), attachments, deliveries: deliveries.map((each) => this.delivery(each)) };
  }

  /** By uuid, or by identity in either written form. @throws AxisError DOCUMENT_UNKNOWN, also for what the caller may not see */
  async record(caller: Principal, id: string): Promise<DocumentRecord> {
    const record = await this.find(id);
    if (record === undefined) throw new AxisError('DOCUMENT_UNKNOWN', { id });
    if (caller.kind === 'system' && !(await this.store.documents.isVisibleTo(caller.name, record.id))) {
      throw new AxisError('DOCUMENT_UNKNOWN', { id });
    }
    return record;
  }

  /** None for a body that cannot be read: everything else of the document can be seen. */
  private async attachments(record: DocumentRecord): Promise<readonly ListedAttachment[]> {
    try {
      return await this.contents.attachments(record);
    } catch (error) {
      this.logger.warn(`The attachments of ${record.id} cannot be listed. ${String(error)}`);
      return [];
    }
  }

  private find(id: string): Promise<DocumentRecord | undefined> {
    return UUID.test(id)
      ? this.store.documents.get(id.toLowerCase())
      : this.store.documents.findByIdentity(identityKeyOf(id));
  }

  private summary(of: DocumentSummary): object {
    const { id: documentId, identity, wireDocumentId, system, sender, number, notation, promulgatedOn, typeName } = of;
    const { subject, priority, urgent, paper, dueOn, notes, sha256, size, deliveryStates } = of;
    return {
      ...{ documentId, identity, wireDocumentId, system, sender, senderName: this.roster.nameOf(sender) },
      ...{ number, notation, promulgatedOn, typeName, subject, priority, urgent, paper, dueOn, notes, sha256, size },
      acceptedAt: hanoiIso(of.acceptedAt),
      dispatchedAt: of.dispatchedAt === undefined ? undefined : hanoiIso(of.dispatchedAt),
      deliveryStates,
    };
  }

  private delivery(of: DeliveryRecord): object {
    const { recipient, system, state, error, status, history } = of;
    return {
      ...{
        recipient,
        name: this.roster.nameOf(recipient),
        system,
        state,
        error,
        status: status.code,
        withdrawalAsked: status.withdrawalAsked,
      },
      arrivedAt: of.arrivedAt === undefined ? undefined : hanoiIso(of.arrivedAt),
      history: history.map(({ at, reportedAt, ...entry }) => ({ ...entry, at: reportedAt, reportedAt: hanoiIso(at) })),
    };
  }
}
