import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { HubClient } from './hub-client.js';
import { ProblemError, StrangeAnswerError, UnreachableError } from './problem.js';

const TOTALS = {
  from: '2026-01-01',
  to: '2026-01-02',
  asOf: '2026-01-02T10:00:00+07:00',
  sent: 1,
  received: 3,
  sentence: 'Từ…',
};

describe('HubClient', () => {
  let server: Server;
  let answer: RequestListener;
  let client: HubClient;

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new HubClient({ url: `${urlOf(server)}/`, credentials: { token: 'operator' } });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('asks with its token and its query, and returns the checked answer', async () => {
    let seen = '';
    answer = (request, response) => {
      seen = `${request.method} ${request.url} ${request.headers.authorization}`;
      response.end(JSON.stringify({ ...TOTALS, later: 'an addition' }));
    };
    await expect(client.totals({ from: '2026-01-01' })).resolves.toMatchObject(TOTALS);
    expect(seen).toBe('GET /api/v1/statistics/totals?from=2026-01-01 Bearer operator');
  });

  it('hands in bytes unchanged under their key', async () => {
    const edxml = Buffer.from('﻿<edXML>Bến Cầu</edXML>\r\n', 'utf8');
    const chunks: Buffer[] = [];
    let key: unknown;
    answer = (request, response) => {
      key = request.headers['idempotency-key'];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => response.writeHead(202).end('{"identity":"x","repeated":false,"recipients":[]}'));
    };
    await client.submit(edxml, { key: 'k-1', dryRun: true });
    expect(Buffer.concat(chunks).equals(edxml)).toBe(true);
    expect(key).toBe('k-1');
  });

  it('turns a problem document into a ProblemError that keeps code and remedy', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Không',
      status: 409,
      code: 'SYSTEM_EXISTS',
      detail: 'h53',
      remedy: 'đổi tên',
    };
    answer = (_, response) => response.writeHead(409).end(JSON.stringify(problem));
    const failure = client.addSystem({ name: 'h53', codes: ['000.00.00.H53'] });
    await expect(failure).rejects.toThrow(ProblemError);
    await expect(failure).rejects.toMatchObject({ problem });
  });

  it.each([
    [200, '{"sent":"many"}'],
    [200, '<html>'],
    [502, 'Bad Gateway'],
    [200, ''],
  ])('calls an answer %s %s strange', async (status, body) => {
    answer = (_, response) => response.writeHead(status).end(body);
    await expect(client.totals()).rejects.toThrow(StrangeAnswerError);
  });

  it('says in which language it wants sentences', async () => {
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.headers['accept-language']);
      response.end('{"lines":[]}');
    };
    await client.trace('d');
    await new HubClient({ url: urlOf(server), credentials: 'nobody', language: 'en' }).trace('d');
    expect(asked).toEqual(['vi', 'en']);
  });

  it('tells a hub that is away from one that says no', async () => {
    await new Promise((resolve) => server.close(resolve));
    const failure = client.health();
    await expect(failure).rejects.toThrow(UnreachableError);
    await expect(failure).rejects.toThrow(/ECONNREFUSED/);
  });

  it('gives a large body more time than an answer', async () => {
    let received = '';
    answer = (request, response) => {
      if (request.method !== 'PUT') return;
      request.on('data', (chunk: Buffer) => (received += chunk.toString()));
      request.on('end', () => response.writeHead(201).end('{}'));
    };
    const impatient = new HubClient({ url: urlOf(server), credentials: 'nobody', timeoutMs: 20 });
    let rest!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (rest = controller) });
    rest.enqueue(Buffer.from('first, '));
    const put = impatient.putBody('a'.repeat(64), body);
    await expect(impatient.totals()).rejects.toThrow(UnreachableError);
    rest.enqueue(Buffer.from('then the rest'));
    rest.close();
    await put;
    expect(received).toBe('first, then the rest');
  });

  it('calls an answer that breaks off unreachable', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{');
      setImmediate(() => response.destroy());
    };
    await expect(client.health()).rejects.toThrow(UnreachableError);
  });

  it('reads the feed event by event, however it is cut into chunks', async () => {
    const first = { at: '2026-01-02T10:00:00Z', kind: 'accepted', subject: 'Về việc phòng, chống dịch' };
    const bytes = Buffer.from(
      `: comment\n\nevent: heartbeat\ndata: {}\n\nid: 1\ndata: ${JSON.stringify(first)}\n\ndata: {"at":"${first.at}",\r\ndata: "kind":"arrived"}\r\n\r\n`,
    );
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const byte of bytes) response.write(Buffer.of(byte));
      response.end();
    };
    const seen: unknown[] = [];
    for await (const event of await client.events(AbortSignal.timeout(10_000))) seen.push(event);
    expect(seen).toEqual([first, { at: first.at, kind: 'arrived' }]);
  });
});

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
