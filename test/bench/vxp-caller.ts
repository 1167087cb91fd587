import { type Agent, request } from 'node:http';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { requestOf, type VxpCall, type VxpCaller } from '#wire';

const LINE_END = Buffer.from('\r\n');

/** Makes one signed call over `agent` and resolves with the reply's JSON. Rejects when it is no JSON or says FAIL. */
export async function callVxp(
  agent: Agent,
  caller: VxpCaller,
  call: VxpCall,
): Promise<Readonly<Record<string, unknown>>> {
  const { method, url, headers, body } = requestOf(caller, call);
  const bytes = typeof body === 'object' ? Buffer.concat([await buffer(Readable.from(body.open())), LINE_END]) : body;
  const answer = await exchange(
    agent,
    { method, url, headers: { ...headers, 'Content-Length': lengthOf(bytes) } },
    bytes,
  );
  const reply = JSON.parse(answer) as Readonly<Record<string, unknown>>;
  if (reply['status'] !== 'OK') throw new Error(`${call.operation}: ${answer.slice(0, 300)}`);
  return reply;
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

function exchange(agent: Agent, { url, ...options }: Sent, body: Buffer | string = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, agent }, (response) => {
      text(response).then(resolve, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function lengthOf(body: Buffer | string = ''): string {
  return String(Buffer.byteLength(body));
}
