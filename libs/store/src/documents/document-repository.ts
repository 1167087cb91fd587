import { type Database } from '../connection/database.js';
import { type Page, pageOf } from '../page.js';
import { deliveriesOf, deliveryStatesOf } from './deliveries-of.js';
import { type DocumentQuery, type DocumentRecord, type DocumentSummary } from './document-record.js';
import { COLUMNS, type DocumentRow, summaryOf } from './document-row.js';
import { filterOf } from './document-filter.js';
import { sentDeliveries, sentStatuses } from './sent-lists.js';
import { type SentDelivery, type SentQuery, type SentStatus } from './sent-record.js';

const MOST = 500;

/** Reads documents for people. */
export class DocumentRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; a page of at most 500. */
  async list(query: DocumentQuery): Promise<Page<DocumentSummary>> {
    const limit = Math.min(query.limit, MOST);
    const { tables, conditions, parameters, order } = filterOf(query);
    const rows = await this.database.report<DocumentRow>(
      `SELECT ${COLUMNS} FROM ${tables} WHERE ${conditions.join(' AND ')} ORDER BY ${order} DESC LIMIT ?`,
      [...parameters, limit + 1],
    );
    const states = await deliveryStatesOf(
      this.database,
      rows.map(({ id }) => id),
    );
    const item = (row: DocumentRow): DocumentSummary => summaryOf(row, states.get(row.id) ?? {});
    return pageOf(rows, limit, { item, cursor: ({ id }) => id });
  }

  /** With its deliveries and their history. */
  get(id: string): Promise<DocumentRecord | undefined> {
    return this.one('d.id = ?', id);
  }

  /** The document of business type 0 or 3 with exactly this identity key, else the newest with this alias key. */
  async findByIdentity(identityKey: string): Promise<DocumentRecord | undefined> {
    const named = await this.one('d.identity_key = ? AND d.business_type IN (0, 3)', identityKey);
    return named ?? this.one('d.alias_key = ? ORDER BY d.id DESC LIMIT 1', identityKey);
  }

  /** The document that a system handed in under this idempotency key. */
  findBySubmission(system: string, submissionKey: string): Promise<DocumentRecord | undefined> {
    return this.one('d.system = ? AND d.submission_key = ?', system, submissionKey);
  }

  /** The digest of what was asked for, of a document that the hub wrote; undefined for any other. */
  async askedFor(id: string): Promise<string | undefined> {
    const text = 'SELECT asked FROM asked_documents WHERE document_id = ?';
    const [row] = await this.database.read.all<{ asked: string }>(text, [id]);
    return row?.asked;
  }

  /** Whether the system sent the document or has a delivery of it. */
  async isVisibleTo(system: string, id: string): Promise<boolean> {
    const found = await this.database.read.all(
      `SELECT 1 AS found FROM documents d WHERE d.id = ? AND (d.system = ? OR EXISTS (
         SELECT 1 FROM deliveries e WHERE e.document_id = d.id AND e.system = ?))`,
      [id, system, system],
    );
    return found.length > 0;
  }

  /** Deliveries of what a system sent, the newest documents first, then by recipient. */
  sentDeliveries(query: SentQuery): Promise<SentDelivery[]> {
    return sentDeliveries(this.database, query);
  }

  /** Statuses a system reported, the newest first. */
  sentStatuses(query: { system: string; limit: number }): Promise<SentStatus[]> {
    return sentStatuses(this.database, query);
  }

  private async one(condition: string, ...parameters: string[]): Promise<DocumentRecord | undefined> {
    const text = `SELECT ${COLUMNS} FROM documents d WHERE ${condition}`;
    const [row] = await this.database.read.all<DocumentRow>(text, parameters);
    if (!row) return undefined;
    const deliveries = await deliveriesOf(this.database.read, row.id);
    const states: Record<string, number> = {};
    for (const { state } of deliveries) states[state] = (states[state] ?? 0) + 1;
    return { ...summaryOf(row, states), deliveries };
  }
}
