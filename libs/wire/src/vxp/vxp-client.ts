import { Readable } from 'node:stream';
import { HttpCaller, type Call } from '../http-caller.js';
import { StrangeAnswerError } from '../problem.js';
import { type EdocFile } from './edoc-file.js';
import {
  vxpCalls,
  type VxpCall,
  type VxpMessageType,
  type VxpQuestion,
  type VxpReceivedQuery,
  type VxpRegistration,
  type VxpSending,
  type VxpTransportStatus,
} from './vxp-calls.js';
import {
  type VxpAgency,
  type VxpAgencyQd20,
  type VxpOk,
  type VxpReceived,
  type VxpReply,
  type VxpSent,
  type VxpUnit,
} from './vxp-replies.js';
import { requestOf, type VxpCaller } from './vxp-request.js';

/** The axis replied FAIL: `code` is its ErrorCode, `description` its ErrorDesc. */
export class VxpRefusal extends Error {
  constructor(
    readonly code: string,
    readonly description: string,
  ) {
    super(`FAIL ${code}: ${description}`);
    this.name = 'VxpRefusal';
  }
}

const CRLF = Buffer.from('\r\n');

/** How long a call may take that carries a whole document, or thousands of rows. */
const WITHIN_MS = 600_000;

/**
 * Speaks to an axis as the official client does, and believes as little: every reply is checked, a string that is missing or null
 * is a StrangeAnswerError, a FAIL a VxpRefusal, nobody at the address an UnreachableError.
 */
export class VxpClient {
  private readonly http: HttpCaller;

  constructor(private readonly caller: VxpCaller) {
    this.http = new HttpCaller({ url: caller.url, credentials: 'nobody' });
  }

  async getAgenciesList(): Promise<readonly VxpAgency[]> {
    return (await this.ask(vxpCalls.getAgenciesList())).data;
  }

  async getAgenciesListQD20(level: string): Promise<readonly VxpAgencyQd20[]> {
    return (await this.ask(vxpCalls.getAgenciesListQD20(level))).data;
  }

  async getSynchronizeUnit(): Promise<readonly VxpUnit[]> {
    return (await this.ask(vxpCalls.getSynchronizeUnit())).data;
  }

  async registerAgency(agency: VxpRegistration): Promise<void> {
    await this.ask(vxpCalls.registerAgency(agency));
  }

  async deleteAgency(code: string): Promise<void> {
    await this.ask(vxpCalls.deleteAgency(code));
  }

  /** Hands a file in; the answer is its senderDocId. */
  async sendEdoc(sending: VxpSending): Promise<string> {
    return (await this.ask(vxpCalls.sendEdoc(sending))).DocId;
  }

  async getReceivedEdocList(query: VxpReceivedQuery): Promise<readonly VxpReceived[]> {
    return (await this.ask(vxpCalls.getReceivedEdocList(query))).data;
  }

  async getSentEdocList(messageType: VxpMessageType, docId?: string): Promise<readonly VxpSent[]> {
    return (await this.ask(vxpCalls.getSentEdocList(messageType, docId))).data;
  }

  /** The file itself, decoded; held in memory twice. */
  async getEdoc(docId: string): Promise<Buffer> {
    return edocOf(await this.ask(vxpCalls.getEdoc(docId)));
  }

  /** The file as it streams in; the caller reads it to the end or cancels it. A refusal here comes without a reason, as HTTP 404. */
  async downloadEdoc(docId: string): Promise<ReadableStream<Uint8Array>> {
    return this.download(vxpCalls.downloadEdoc(docId));
  }

  async updateStatus(docId: string, status: VxpTransportStatus): Promise<void> {
    await this.ask(vxpCalls.updateStatus(docId, status));
  }

  async countReceiveEdoc(): Promise<number> {
    return (await this.ask(vxpCalls.countReceiveEdoc())).count;
  }

  async countReceiveStatus(): Promise<number> {
    return (await this.ask(vxpCalls.countReceiveStatus())).count;
  }

  /** The whole reply to any call, when it is OK. */
  async ask<R extends VxpReply>(call: VxpQuestion<R>): Promise<VxpOk<R>> {
    const reply = await this.http.json(call.reply, this.sent(call));
    if (reply.status === 'FAIL') throw new VxpRefusal(reply.ErrorCode, reply.ErrorDesc);
    return reply as VxpOk<R>;
  }

  async download(call: VxpCall): Promise<ReadableStream<Uint8Array>> {
    try {
      return await this.http.stream(this.sent(call));
    } catch (error) {
      if (error instanceof StrangeAnswerError && error.reason === 'HTTP 404') throw new VxpRefusal('HTTP 404', '');
      throw error;
    }
  }

  private sent(vxpCall: VxpCall): Call {
    const { method, headers, body } = requestOf(this.caller, vxpCall);
    const call = { method, path: `/${vxpCall.operation}`, headers: bytesOf(headers) };
    if (typeof body === 'object') return { ...call, ...streamed(body, call.headers) };
    if (method === 'GET') return call;
    return { ...call, body: Buffer.from(body ?? '', 'utf8'), signal: AbortSignal.timeout(WITHIN_MS) };
  }
}

/** The file of a getEdoc reply. */
export function edocOf({ data }: { readonly data: string }): Buffer {
  const content = Buffer.from(data, 'base64');
  if (content.length === Buffer.byteLength(data, 'base64')) return content;
  throw new StrangeAnswerError('getEdoc', 'data: not base64');
}

function streamed(file: EdocFile, headers: Record<string, string>): Pick<Call, 'headers' | 'body' | 'signal'> {
  const body = Readable.toWeb(Readable.from(withCrlf(file))) as ReadableStream<Uint8Array>;
  const length = { 'Content-Length': String(file.bytes + CRLF.length) };
  return { headers: { ...headers, ...length }, body, signal: AbortSignal.timeout(WITHIN_MS) };
}

async function* withCrlf(file: EdocFile): AsyncGenerator<Uint8Array> {
  yield* file.open();
  yield CRLF;
}

/** Headers carry bytes: what is not ASCII travels as UTF-8, as curl sends it. */
function bytesOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]),
  );
}
