import {
  agencyStatisticsSchema,
  faultSchema,
  incomingPageSchema,
  officeSchema,
  outgoingPageSchema,
  outgoingSchema,
  sentSchema,
  type AgencyStatistics,
  type Fault,
  type Incoming,
  type Office,
  type Outgoing,
  type SendForm,
  type Sent,
  type StatusReport,
} from './agency-bodies.js';
import { HttpCaller, type HttpCallerOptions } from './http-caller.js';
import { type Page } from './hub-client.js';
import { healthSchema, type Health } from './statistics-bodies.js';

interface ListQuery {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const DOCUMENTS = '/api/v1/documents';

/** An agency's own system over HTTP, as its QLVBĐH and the command line use it. Fails in the same three ways as HubClient. */
export class AgencyClient {
  private readonly http: HttpCaller;

  constructor(options: HttpCallerOptions) {
    this.http = new HttpCaller(options);
  }

  /** `status` is `ok` when it can do its work; an answer that it cannot (503) is an answer. */
  health(): Promise<Health> {
    return this.http.json(healthSchema, { path: '/health', alsoAnswer: 503 });
  }

  /** Hands over a finished edXML file; durable there before the answer. */
  sendEdxml(edxml: Uint8Array, key?: string): Promise<Sent> {
    const headers = { 'content-type': 'application/xml', ...(key === undefined ? {} : { 'idempotency-key': key }) };
    return this.http.json(sentSchema, { method: 'POST', path: DOCUMENTS, headers, body: edxml });
  }

  /** Hands over fields and files; the agency's system writes the edXML and gives the number. */
  send(form: SendForm, key?: string): Promise<Sent> {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return this.http.json(sentSchema, { method: 'POST', path: DOCUMENTS, headers, json: form });
  }

  outgoing(query: ListQuery = {}): Promise<Page<Outgoing>> {
    return this.http.json(outgoingPageSchema, { path: '/api/v1/outgoing', query: { ...query } });
  }

  incoming(query: ListQuery = {}): Promise<Page<Incoming>> {
    return this.http.json(incomingPageSchema, { path: '/api/v1/incoming', query: { ...query } });
  }

  /** An outgoing document by its key, with what is known of each recipient. */
  outgoingDocument(key: string): Promise<Outgoing> {
    return this.http.json(outgoingSchema, {
      path: `${DOCUMENTS}/${encodeURIComponent(key)}`,
      query: { side: 'outgoing' },
    });
  }

  /** Reports a status on a document this system received (02 to 06, 15, 16) or sent (13). */
  report(documentId: string, report: StatusReport): Promise<void> {
    const path = `${DOCUMENTS}/${encodeURIComponent(documentId)}/status`;
    return this.http.done({ method: 'POST', path, json: report });
  }

  statistics(): Promise<AgencyStatistics> {
    return this.http.json(agencyStatisticsSchema, { path: '/api/v1/statistics' });
  }

  office(): Promise<Office> {
    return this.http.json(officeSchema, { path: '/api/v1/office' });
  }

  setOffice(office: Office): Promise<Office> {
    return this.http.json(officeSchema, { method: 'PUT', path: '/api/v1/office', json: office });
  }

  fault(): Promise<Fault> {
    return this.http.json(faultSchema, { path: '/api/v1/faults' });
  }

  setFault(fault: Fault): Promise<Fault> {
    return this.http.json(faultSchema, { method: 'PUT', path: '/api/v1/faults', json: fault });
  }
}
