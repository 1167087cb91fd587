import { type RegisteredSystem } from '../registry/registered-system.js';
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { type Dispatched } from '../exchange/dispatch-item.js';
import { type HubStore } from '../hub-store.js';
import { type AcceptOutcome } from '../exchange/accept-outcome.js';
import { type NewDelivery, type NewDocument, type NewRefusal } from '../exchange/new-document.js';
import { type NewStatus } from '../exchange/status-report.js';

export const DAY = '2020-03-12';
export const NEXT_DAY = '2020-03-13';
/** Epoch milliseconds in the morning of DAY. */
export const MORNING = Date.UTC(2020, 2, 12, 1);
export const ALL_DAYS = ['2019-01-01', '2021-12-31'] as const;

let last = 0;

/** What a test may say about a document; everything else is made up, and different each time. */
export type DocumentWish = Omit<Partial<NewDocument>, 'body'> & { text?: string };

export function aDocument({ text, ...wish }: DocumentWish = {}): NewDocument {
  const n = ++last;
  const content = Buffer.from(text ?? `<edXMLEnvelope>${n}</edXMLEnvelope>`);
  return {
    id: uuid(),
    submissionKey: `key-${n}`,
    system: 'g22',
    identityKey: `000.00.00.G22|2020|${n}|VPCP-KSTT`,
    identity: `000.00.00.G22.2020.${n}/VPCP-KSTT`,
    wireDocumentId: `000.00.00.G22,2020/03/12,${n}/VPCP-KSTT`,
    businessType: 0,
    sender: '000.00.00.G22',
    number: String(n),
    notation: 'VPCP-KSTT',
    promulgatedOn: '2020-03-12',
    typeGroup: 2,
    typeName: 'Công văn',
    subject: `Về việc gửi, nhận văn bản điện tử số ${n}`,
    priority: 0,
    urgent: false,
    paper: false,
    body: { sha256: digest(content), size: content.length, content },
    notes: [],
    recipients: [to('000.00.00.H53')],
    ...wish,
  };
}

export function digest(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A recipient served by a system (by default one named after its first-level code). */
export function to(code: string, system: string | null = code.slice(-3).toLowerCase()): NewDelivery {
  return { code, system: system ?? undefined, state: 'waiting' };
}

export function failing(code: string): NewDelivery {
  return { code, state: 'failed', error: 'RECIPIENT_UNKNOWN' };
}

export function aRefusal(wish: Partial<NewRefusal> = {}): NewRefusal {
  const n = ++last;
  return {
    id: uuid(),
    system: 'g22',
    submissionKey: `refused-${n}`,
    sha256: digest(Buffer.from(String(n))),
    kind: 'edoc',
    code: 'SENDER_FOREIGN',
    detail: 'Cơ quan gửi không thuộc hệ thống này.',
    ...wish,
  };
}

/** A judged report of 03 on a delivery that has arrived. */
export function aReport(document: NewDocument, wish: Partial<NewStatus> = {}): NewStatus {
  const n = ++last;
  return {
    documentId: document.id,
    recipient: document.recipients[0]?.code ?? '',
    reportKey: `report-${n}`,
    by: 'h53',
    code: '03',
    effect: 'advances',
    seen: { code: '01', withdrawalAsked: false },
    next: { code: '03', withdrawalAsked: false },
    arrivedImplied: true,
    reportedAt: '2020/03/12 09:00:00',
    ...wish,
  };
}

export interface AcceptWish {
  at?: number;
  day?: string;
  refusals?: NewRefusal[];
  leaseMs?: number;
}

/** How long accepted documents are left to whoever accepted them, unless wished otherwise; in milliseconds. */
export const LEASE_MS = 30_000;

export function accept(store: HubStore, documents: NewDocument[], wish: AcceptWish = {}): Promise<AcceptOutcome[]> {
  return store.exchange.acceptBatch({ at: MORNING, day: DAY, refusals: [], leaseMs: LEASE_MS, documents, ...wish });
}

/** Documents accepted in the morning, as whoever accepted them dispatches them. */
export function dispatched(...documents: NewDocument[]): Dispatched[] {
  return documents.map(({ id }) => ({ documentId: id, leaseUntil: MORNING + LEASE_MS }));
}

/** Receipts of every recipient of the documents, by the systems they were sent to. */
export async function receive(store: HubStore, documents: NewDocument[], day = DAY): Promise<number> {
  const receipts = documents.flatMap(({ id, recipients }) =>
    recipients.flatMap(({ code, system }) => (system ? [{ system, documentId: id, recipients: [code] }] : [])),
  );
  const arrivals = await store.exchange.recordReceipts({ at: MORNING, day, receipts });
  return arrivals.length;
}

export function outcomes(results: readonly AcceptOutcome[]): string[] {
  return results.map(({ outcome }) => outcome);
}

/** A connected system that serves these agencies. */
export function aSystem(name: string, codes: string[] = []): RegisteredSystem {
  return {
    name,
    codes,
    secretHash: 'hash',
    salt: 'salt',
    mode: 'amqp',
    arrivals: false,
    createdAt: MORNING,
    lockedAt: undefined,
  };
}
