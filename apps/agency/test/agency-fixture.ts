import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { hanoiDay, parseAgencyCode } from '#core';
import { composeDocument, namingOf, writeDocument, writeStatus } from '#edxml';
import { DELIVER, type IncomingMessage, MemoryBroker, type OutgoingMessage } from '#broker';
import { agencyConfig, type Environment } from '#config';
import { HEADER, type Notice, writeMessage } from '#wire';
import { type DocumentForm } from '../src/sending/document-form.js';
import { NAMES, partyOf } from '../src/sending/parties.js';
import { type RunningAgency, startAgency } from '../src/start-agency.js';

export const H53 = '000.00.00.H53';
export const BEN_CAU = '000.00.31.H53';
export const G22 = '000.00.00.G22';
export const TOKEN = 'a-token-for-tests-only';
export const SECRET = 'a-secret-for-tests-only';

const LIMITS = { size: 100, withinMs: 1, bytes: 10_000_000, inFlight: 1 };

/** A system on a memory broker and a temporary folder, and the hub's side of that broker. */
export class AgencyFixture {
  readonly folder = mkdtempSync(join(tmpdir(), 'agency-'));
  /** The hub's client of the broker. */
  readonly hub = new MemoryBroker({ log: () => undefined });
  /** What the hub was sent, by queue. */
  readonly received: Record<string, IncomingMessage[]> = {};
  agency: RunningAgency | undefined;

  private constructor(private readonly environment: Environment) {}

  static async start(environment: Environment = {}): Promise<AgencyFixture> {
    const fixture = new AgencyFixture(environment);
    await fixture.hub.declareHub();
    await fixture.hub.declareInbox('h53');
    for (const queue of ['hub.edoc', 'hub.edoc.urgent', 'hub.status', 'hub.receipt', 'hub.dead'])
      await fixture.listen(queue);
    await fixture.startAgency();
    return fixture;
  }

  async startAgency(over: Environment = {}, places: { consoleFolder?: string } = {}): Promise<void> {
    const config = agencyConfig({
      ...{ SYSTEM_NAME: 'h53', SYSTEM_SECRET: SECRET, SYSTEM_CODES: H53, AGENCY_TOKEN: TOKEN, AGENCY_PORT: '0' },
      ...{
        AMQP_URL: 'amqp://nowhere',
        TRUC_DATA: this.folder,
        OFFICE: 'off',
        LOG_LEVEL: 'silent',
        BATCH_WITHIN_MS: '1',
      },
      ...this.environment,
      ...over,
    });
    this.agency = await startAgency({ ...config, ...places }, this.hub.as('h53'));
  }

  async stopAgency(): Promise<void> {
    await this.agency?.close();
  }

  async close(): Promise<void> {
    this.hub.comeBack();
    await this.stopAgency();
    await this.hub.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What came into a queue of the hub so far. */
  at(queue: string): readonly IncomingMessage[] {
    return this.received[queue] ?? [];
  }

  call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${TOKEN}`, ...(init.headers as Record<string, string> | undefined) };
    return fetch(`${this.agency!.url}${path}`, { ...init, headers });
  }

  async get<T = Record<string, unknown>>(path: string): Promise<T> {
    return (await (await this.call(path)).json()) as T;
  }

  send(method: 'POST' | 'PUT', path: string, json: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.call(path, {
      method,
      body: JSON.stringify(json),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  /** Hands in a form; answers with what was answered. */
  async handIn(over: Partial<Record<string, unknown>> = {}, key?: string): Promise<{ key: string; identity: string }> {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    const response = await this.send(
      'POST',
      '/api/v1/documents',
      { from: H53, to: [G22], subject: 'V/v thử', ...over },
      headers,
    );
    if (response.status !== 202) throw new Error(await response.text());
    return (await response.json()) as { key: string; identity: string };
  }

  /** Brings a document into the system's inbox, as the hub does. */
  deliver(over: Partial<OutgoingMessage> = {}, recipients: readonly string[] = [H53]): Promise<void> {
    return this.hub.publish({
      ...{ exchange: DELIVER, key: 'h53', body: edxml(), messageId: uuidv7(), type: 'edoc' },
      ...over,
      headers: {
        [HEADER.for]: JSON.stringify({ h53: recipients }),
        [HEADER.acceptedAt]: '2020-02-04T09:30:00+07:00',
        [HEADER.identity]: '000.00.00.G22.2020.0123/VPCP-KSTT',
        ...over.headers,
      },
    });
  }

  /** Answers submissions, as the hub does. */
  notify(results: Notice['results']): Promise<void> {
    return this.hub.publish({
      exchange: DELIVER,
      key: 'h53',
      body: writeMessage({ results }),
      messageId: uuidv7(),
      type: 'notice',
    });
  }

  /** Passes a status on, as the hub does. */
  passOn(documentId: string, code: string, recipient = G22): Promise<void> {
    const body = statusEdxml(code, recipient);
    const headers = { [HEADER.document]: documentId, [HEADER.recipient]: recipient };
    return this.hub.publish({ exchange: DELIVER, key: 'h53', body, messageId: uuidv7(), type: 'status', headers });
  }

  private async listen(queue: string): Promise<void> {
    const received: IncomingMessage[] = (this.received[queue] = []);
    await this.hub.consume(queue, LIMITS, (messages) => {
      received.push(...messages);
      return Promise.resolve(messages.map(() => 'done' as const));
    });
  }
}

/** A document of the Government Office as edXML, unless `over` says otherwise. */
export function edxml(over: Partial<DocumentForm> = {}, number = '0123'): Buffer {
  const form = { from: G22, to: [H53], subject: 'V/v gửi, nhận văn bản điện tử', files: [], ...over };
  const naming = namingOf(form, hanoiDay(Date.now()), NAMES);
  return writeDocument(composeDocument(form, naming, { number, at: Date.now(), names: NAMES }));
}

/** A status on a document of ours as edXML. */
export function statusEdxml(code: string, recipient = G22): Buffer {
  return writeStatus({
    from: partyOf(parseAgencyCode(recipient)),
    responseFor: { organId: H53, code: '01/UBND', promulgatedOn: '2020-02-04', documentId: 'x' },
    staff: { department: 'Văn thư', staff: 'Lê Văn C', mobile: '09', email: 'a@b' },
    statusCode: code,
    description: 'Đã xem',
    at: '2020/02/04 10:05:00',
  });
}

/** A file that compresses to nothing less. */
export function fileOf(bytes: number): DocumentForm['files'][number] {
  return { name: 'lớn.bin', contentType: 'application/octet-stream', content: randomBytes(bytes) };
}
