import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StrangeAnswerError, UnreachableError } from '../problem.js';
import { edocFileAt, edocFileOf } from './edoc-file.js';
import { VxpClient, VxpRefusal } from './vxp-client.js';
import { hashOfFile, hmacOf } from './vxp-signature.js';

const OK = { status: 'OK', ErrorCode: '0', ErrorDesc: 'Thanh cong' };
const FAIL = { status: 'FAIL', ErrorCode: '15', ErrorDesc: 'Sai chữ ký' };

interface Asked {
  readonly call: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('VxpClient', () => {
  let server: Server;
  let client: VxpClient;
  let reply: { status?: number; body: unknown };
  let asked: Asked[];

  beforeEach(async () => {
    asked = [];
    server = createServer({ maxHeaderSize: 1_048_576 }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const call = `${request.method} ${request.url}`;
        asked.push({ call, headers: request.headers, body: Buffer.concat(chunks) });
        const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
        response.writeHead(reply.status ?? 200).end(text);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = new VxpClient({ url: `http://127.0.0.1:${port}/vxp`, systemId: 'vxp.test.01', secret: 's3cret' });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const last = (): Asked => asked.at(-1) as Asked;
  const sent = (name: string): unknown => last().headers[`xroadvnpt-${name}`];

  it('calls each operation by its name, with its parameters and its body', async () => {
    const parameters: (readonly [() => Promise<unknown>, unknown, string, Record<string, string>, string])[] = [
      [() => client.getAgenciesList(), [], 'POST getAgenciesList', {}, ''],
      [() => client.getAgenciesListQD20('2'), [], 'POST getAgenciesListQD20', { level: '2' }, ''],
      [() => client.getSynchronizeUnit(), [], 'POST getSynchronizeUnit', {}, ''],
      [() => client.deleteAgency('a.b'), undefined, 'POST deleteAgency', { agencycode: 'a.b' }, '{}'],
      [
        () => client.getReceivedEdocList({ messageType: 'edoc', toDate: '2026/01/31' }),
        [],
        'POST getReceivedEdocList',
        { servicetype: 'eDoc', messagetype: 'edoc', todate: '2026/01/31' },
        '',
      ],
      [
        () => client.getSentEdocList('status', 'd-1'),
        [],
        'POST getSentEdocList',
        { messagetype: 'status', docid: 'd-1' },
        '',
      ],
      [
        () => client.updateStatus('d-1', 'fail'),
        undefined,
        'POST updateStatus',
        { docid: 'd-1', status: 'fail' },
        '{}',
      ],
      [() => client.countReceiveEdoc(), 7, 'POST countReceiveEdoc', { messagetype: 'edoc' }, '{}'],
      [() => client.countReceiveStatus(), 7, 'POST countReceiveStatus', { messagetype: 'status' }, '{}'],
    ];
    reply = { body: { ...OK, data: [], count: 7 } };
    for (const [call, answer, line, headers, body] of parameters) {
      await expect(call()).resolves.toEqual(answer);
      expect(last().call).toBe(line.replace(' ', ' /vxp/'));
      expect(last().body.toString()).toBe(body);
      for (const [name, value] of Object.entries(headers)) expect(sent(name)).toBe(value);
      expect(sent('hash-header')).toBe(hmacOf('s3cret', String(sent('sign-header'))));
    }
  });

  it('registers an agency with every field a string', async () => {
    reply = { body: OK };
    await client.registerAgency({
      code: '000.00.31.H53',
      name: 'UBND huyện Bến Cầu',
      mail: 'm@h53',
      pcode: '000.00.00.H53',
    });
    expect(last().body.toString()).toBe(
      '{"id":"","pcode":"000.00.00.H53","code":"000.00.31.H53","name":"UBND huyện Bến Cầu","mail":"m@h53","mobile":"","fax":""}',
    );
    expect(sent('sign-header-key')).toBe('systemid;timestamp;Content-Type');
  });

  it('keeps what the axis adds, and takes strings that are left out', async () => {
    const row = { docId: 'r-1', from: '000.00.00.G22', status: 'initial', later: 1 };
    reply = { body: { ...OK, data: [row] } };
    await expect(client.getReceivedEdocList({ messageType: 'edoc' })).resolves.toEqual([row]);
  });

  it('streams a file with CRLF behind it, its digest and its length before it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vxp-client-'));
    const content = Buffer.alloc(300_000, '<edXML>Bến Cầu</edXML>\n');
    writeFileSync(join(folder, 'cv.edxml'), content);
    reply = { body: { ...OK, DocId: 's-1' } };
    const file = await edocFileAt(join(folder, 'cv.edxml'));
    const to = Array.from({ length: 900 }, (_, at) => `000.00.${at}.H53`);
    await expect(client.sendEdoc({ from: '000.00.00.G22', messageType: 'edoc', file, to })).resolves.toBe('s-1');
    expect(last().body.equals(Buffer.concat([content, Buffer.from('\r\n')]))).toBe(true);
    expect(last().headers).toMatchObject({ 'content-length': '300002', 'content-type': 'application/octet-stream' });
    expect(sent('hash-file')).toBe(hashOfFile(content));
    expect(JSON.parse(String(sent('to')))).toEqual(to);
    rmSync(folder, { recursive: true });
  });

  it('decodes a document, and refuses what is not base64', async () => {
    const content = Buffer.from('﻿<edXML>Bến Cầu</edXML>\r\n');
    reply = { body: { ...OK, data: content.toString('base64') } };
    expect((await client.getEdoc('r-1')).equals(content)).toBe(true);
    reply = { body: { ...OK, data: '<edXML>' } };
    await expect(client.getEdoc('r-1')).rejects.toThrow(StrangeAnswerError);
  });

  it('downloads bytes as they are; a refusal has no words there', async () => {
    reply = { body: '<edXML/>\r\n' };
    await expect(new Response(await client.downloadEdoc('r-1')).text()).resolves.toBe('<edXML/>\r\n');
    expect(last().call).toBe('GET /vxp/downloadEdoc');
    reply = { status: 404, body: '' };
    await expect(client.downloadEdoc('r-2')).rejects.toThrow(VxpRefusal);
  });

  it('turns FAIL into a refusal with its code and its words', async () => {
    reply = { body: FAIL };
    const failure = client.countReceiveEdoc();
    await expect(failure).rejects.toThrow(VxpRefusal);
    await expect(failure).rejects.toMatchObject({ code: '15', description: 'Sai chữ ký' });
    reply = { body: { ...FAIL, DocId: '' } };
    await expect(send()).rejects.toThrow(VxpRefusal);
  });

  const send = (): Promise<string> =>
    client.sendEdoc({ from: 'x', messageType: 'status', file: edocFileOf(Buffer.from('<edXML/>')) });

  it.each([
    ['ErrorDesc', { status: 'OK', ErrorCode: '0', data: [] }],
    ['ErrorCode', { status: 'FAIL', ErrorDesc: 'x' }],
    ['ErrorCode', { ...OK, ErrorCode: 0, data: [] }],
    ['status', { ErrorCode: '0', ErrorDesc: 'x', data: [] }],
    ['data', OK],
    ['data.0.docId', { ...OK, data: [{}] }],
    ['data.0.from', { ...OK, data: [{ docId: 'r-1', from: null }] }],
  ])('an answer whose %s is missing or wrong is no answer', async (name, body) => {
    reply = { body };
    const failure = client.getReceivedEdocList({ messageType: 'edoc' });
    await expect(failure).rejects.toThrow(StrangeAnswerError);
    await expect(failure).rejects.toMatchObject({ reason: expect.stringMatching(`^${name}:`) as unknown });
  });

  it('wants DocId in failures of sendEdoc too', async () => {
    reply = { body: FAIL };
    await expect(send()).rejects.toMatchObject({ reason: expect.stringMatching(/^DocId:/) as unknown });
  });

  it('takes only 200 for an answer', async () => {
    reply = { status: 500, body: FAIL };
    await expect(client.getAgenciesList()).rejects.toThrow(StrangeAnswerError);
  });

  it('sends text that is not ASCII as curl does: as UTF-8, which the signature covers', async () => {
    reply = { body: OK };
    await client.updateStatus('bến', 'done');
    expect(Buffer.from(String(sent('docid')), 'latin1').toString('utf8')).toBe('bến');
    expect(sent('hash-header')).toBe(hmacOf('s3cret', Buffer.from(String(sent('sign-header')), 'latin1')));
  });

  it('says so when nobody answers', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(client.getAgenciesList()).rejects.toThrow(UnreachableError);
    await expect(send()).rejects.toThrow(UnreachableError);
  });
});
