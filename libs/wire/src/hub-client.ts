import { AccountsClient } from './accounts-client.js';
import {
  agencyPageSchema,
  agencySchema,
  deadLetterPageSchema,
  deadLetterSchema,
  documentDetailSchema,
  documentPageSchema,
  enrolledSystemSchema,
  refusedPageSchema,
  renewedSecretSchema,
  resendAnswerSchema,
  submissionAnswerSchema,
  systemPageSchema,
  systemSchema,
  traceSchema,
  type Agency,
  type ConnectedSystem,
  type DeadLetter,
  type DocumentDetail,
  type DocumentSummary,
  type EnrolledSystem,
  type NewSystem,
  type Refused,
  type RenewedSecret,
  type ResendAnswer,
  type SubmissionAnswer,
  type Trace,
} from './hub-bodies.js';
import { readEventStream } from './event-stream.js';
import { HttpCaller, type HttpCallerOptions } from './http-caller.js';
import { readMessage } from './messages.js';
import { OperationClient } from './operation-client.js';
import {
  diagnosticsSchema,
  healthSchema,
  hubEventSchema,
  ledgerSchema,
  totalsSchema,
  type Diagnostics,
  type Health,
  type HubEvent,
  type Ledger,
  type Totals,
} from './statistics-bodies.js';
import { type Period, StatisticsClient } from './statistics-client.js';
import { TokensClient } from './tokens-client.js';
import { verificationSchema, type Verification } from './verification-bodies.js';

/** A page of a list; ask again with `cursor: next` for the following one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** What a list of documents is narrowed to: `from` (included) and `to` (excluded) are moments of acceptance, ISO 8601 with offset. */
export interface DocumentQuery {
  /** Words of the subject. */
  readonly q?: string | undefined;
  readonly identity?: string | undefined;
  readonly sender?: string | undefined;
  readonly recipient?: string | undefined;
  readonly state?: string | undefined;
  /** Where a delivery stands in its office: 01 to 06, 13, 15, 16. */
  readonly status?: string | undefined;
  readonly type?: string | undefined;
  readonly urgent?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

type PageQuery = Readonly<Record<'cursor' | 'limit' | 'q', string | undefined>>;

const DOCUMENTS = '/api/v1/documents';
const DEAD_LETTERS = '/api/v1/dead-letters';
const SYSTEMS = '/api/v1/systems';
const STATISTICS = '/api/v1/statistics';
/** Every document is read; longer than this `fetch` waits for no answer to begin. */
const VERIFY_MS = 300_000;

/** The hub over HTTP. Every call ends in a checked answer, or in ProblemError, UnreachableError or StrangeAnswerError. */
export class HubClient {
  readonly statistics: StatisticsClient;
  readonly accounts: AccountsClient;
  readonly tokens: TokensClient;
  readonly operation: OperationClient;
  private readonly http: HttpCaller;

  constructor(options: HttpCallerOptions) {
    this.http = new HttpCaller(options);
    this.statistics = new StatisticsClient(this.http);
    this.accounts = new AccountsClient(this.http);
    this.tokens = new TokensClient(this.http);
    this.operation = new OperationClient(this.http);
  }

  /** `status` is `ok` when it can do its work; an answer that it cannot (503) is an answer. */
  health(): Promise<Health> {
    return this.http.json(healthSchema, { path: '/health', alsoAnswer: 503 });
  }

  /** Hands in edXML as it is. The same key and bytes again give the first answer again. */
  submit(edxml: Uint8Array, { key, dryRun = false }: { key: string; dryRun?: boolean }): Promise<SubmissionAnswer> {
    return this.http.json(submissionAnswerSchema, {
      method: 'POST',
      path: DOCUMENTS,
      query: { dryRun: dryRun || undefined },
      headers: { 'content-type': 'application/xml', 'idempotency-key': key },
      body: edxml,
    });
  }

  documents(query: DocumentQuery = {}): Promise<Page<DocumentSummary>> {
    return this.http.json(documentPageSchema, { path: DOCUMENTS, query: { ...query } });
  }

  document(documentId: string): Promise<DocumentDetail> {
    return this.http.json(documentDetailSchema, { path: `${DOCUMENTS}/${encodeURIComponent(documentId)}` });
  }

  trace(documentId: string): Promise<Trace> {
    return this.http.json(traceSchema, { path: `${DOCUMENTS}/${encodeURIComponent(documentId)}/trace` });
  }

  /** Stores a body by the SHA-256 of its bytes (lower-case hex); it may be large and take minutes, and repeating it does nothing. */
  putBody(sha256: string, body: Uint8Array | ReadableStream<Uint8Array>): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    return this.http.send({ method: 'PUT', path: `/api/v1/bodies/${sha256}`, headers, body });
  }

  /** A body as it streams in; check its digest while reading. */
  body(sha256: string): Promise<ReadableStream<Uint8Array>> {
    return this.http.stream({ path: `/api/v1/bodies/${sha256}` });
  }

  /** Newest first; with `open` only those that were not handled again. */
  deadLetters(query: Partial<PageQuery> & { readonly open?: boolean } = {}): Promise<Page<DeadLetter>> {
    return this.http.json(deadLetterPageSchema, { path: DEAD_LETTERS, query });
  }

  deadLetter(id: string): Promise<DeadLetter> {
    return this.http.json(deadLetterSchema, { path: `${DEAD_LETTERS}/${encodeURIComponent(id)}` });
  }

  retryDeadLetter(id: string): Promise<void> {
    return this.http.done({ method: 'POST', path: `${DEAD_LETTERS}/${encodeURIComponent(id)}/retry` });
  }

  refusals(query: Partial<PageQuery> = {}): Promise<Page<Refused>> {
    return this.http.json(refusedPageSchema, { path: '/api/v1/refusals', query });
  }

  /** Agencies whose name or code matches `q`, with or without diacritics. */
  agencies(query: Partial<PageQuery> = {}): Promise<Page<Agency>> {
    return this.http.json(agencyPageSchema, { path: '/api/v1/agencies', query });
  }

  agency(code: string): Promise<Agency> {
    return this.http.json(agencySchema, { path: `/api/v1/agencies/${encodeURIComponent(code)}` });
  }

  /** Enters an agency in the directory, or renames it. */
  enterAgency(code: string, name: string): Promise<Agency> {
    const path = `/api/v1/agencies/${encodeURIComponent(code)}`;
    return this.http.json(agencySchema, { method: 'PUT', path, json: { name } });
  }

  systems(query: Partial<PageQuery> = {}): Promise<Page<ConnectedSystem>> {
    return this.http.json(systemPageSchema, { path: SYSTEMS, query });
  }

  system(name: string): Promise<ConnectedSystem> {
    return this.http.json(systemSchema, { path: `${SYSTEMS}/${encodeURIComponent(name)}` });
  }

  addSystem(system: NewSystem): Promise<EnrolledSystem> {
    return this.http.json(enrolledSystemSchema, { method: 'POST', path: SYSTEMS, json: system });
  }

  /** Gives a system a new secret, shown this once; the old one ends. */
  renewSecret(name: string): Promise<RenewedSecret> {
    const path = `${SYSTEMS}/${encodeURIComponent(name)}/secret`;
    return this.http.json(renewedSecretSchema, { method: 'POST', path });
  }

  removeSystem(name: string): Promise<void> {
    return this.http.done({ method: 'DELETE', path: `${SYSTEMS}/${encodeURIComponent(name)}` });
  }

  /** Delivers to a system again what was accepted for it since a moment (ISO 8601 with offset). */
  resend(name: string, since: string): Promise<ResendAnswer> {
    const path = `${SYSTEMS}/${encodeURIComponent(name)}/resend`;
    return this.http.json(resendAnswerSchema, { method: 'POST', path, json: { since } });
  }

  totals(period: Period = {}): Promise<Totals> {
    return this.http.json(totalsSchema, { path: `${STATISTICS}/totals`, query: { ...period } });
  }

  ledger(period: Period = {}): Promise<Ledger> {
    return this.http.json(ledgerSchema, { path: `${STATISTICS}/ledger`, query: { ...period } });
  }

  /** Has the hub recount everything at one moment; with `bodies` the bytes too. May take minutes. */
  verification({ bodies = false }: { bodies?: boolean } = {}): Promise<Verification> {
    return this.http.json(verificationSchema, {
      path: `${STATISTICS}/verification`,
      query: { bodies: bodies || undefined },
      signal: AbortSignal.timeout(VERIFY_MS),
    });
  }

  diagnostics(): Promise<Diagnostics> {
    return this.http.json(diagnosticsSchema, { path: '/api/v1/diagnostics' });
  }

  /** What happens at the hub from now on, until `signal` is aborted or the hub goes away (then it ends or throws). Resolves once the feed is open. */
  async events(signal: AbortSignal): Promise<AsyncGenerator<HubEvent, void, undefined>> {
    const headers = { accept: 'text/event-stream' };
    return eventsOf(await this.http.stream({ path: '/api/v1/events', headers, signal }));
  }
}

async function* eventsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<HubEvent, void, undefined> {
  for await (const { name, data } of readEventStream(stream)) {
    if (name === 'message') yield readMessage(hubEventSchema, data); // other names are heartbeats
  }
}
