import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ObjectFolder } from '../src/bodies/object-folder.js';
import { eventually } from '../../../test/support/eventually.js';
import { HEADER, type Receipts } from '#wire';
import { AgencyFixture, BEN_CAU, edxml, fileOf, G22, H53, SECRET } from './agency-fixture.js';

interface List {
  items: {
    documentId: string;
    subject: string;
    from: string;
    recipients: { code: string; status: string; withdrawal: string }[];
  }[];
}

const ID = '0190a000-0000-7000-8000-000000000001';

describe('A system that receives', () => {
  let axis: AgencyFixture;

  beforeEach(async () => {
    axis = await AgencyFixture.start();
  });

  afterEach(() => axis.close());

  const incoming = (): Promise<List> => axis.get<List>('/api/v1/incoming');
  const receipts = (): Receipts['receipts'] =>
    axis.at('hub.receipt').flatMap(({ body }) => (JSON.parse(body.toString()) as Receipts).receipts);

  it('files a document for all of its agencies and sends one receipt naming them', async () => {
    await axis.deliver({ messageId: ID }, [H53, BEN_CAU]);
    await eventually(() => receipts().length === 1);
    expect(receipts()[0]).toMatchObject({ documentId: ID, recipients: [H53, BEN_CAU] });
    expect(axis.at('hub.receipt')[0]).toMatchObject({ type: 'receipt', key: 'receipt', userId: 'h53' });
    const { items } = await incoming();
    expect(items).toMatchObject([{ documentId: ID, from: G22, subject: 'V/v gửi, nhận văn bản điện tử' }]);
    expect(items[0]?.recipients.map(({ code, status }) => [code, status])).toEqual([
      [H53, '01'],
      [BEN_CAU, '01'],
    ]);
  });

  it('files a document that comes twice once, and receipts it twice', async () => {
    await axis.deliver({ messageId: ID });
    await eventually(() => receipts().length === 1);
    await axis.deliver({ messageId: ID, key: 'h53.urgent' });
    await eventually(() => receipts().length === 2);
    expect((await incoming()).items).toHaveLength(1);
    expect(await axis.get('/api/v1/statistics')).toMatchObject({ received: 1 });
  });

  it('puts the receipts of many documents into few messages', async () => {
    for (let n = 0; n < 60; n++) await axis.deliver({ messageId: ID.slice(0, -2) + String(n + 10) });
    await eventually(() => receipts().length === 60);
    expect(axis.at('hub.receipt').length).toBeLessThan(30);
  });

  it('hands out the document, its bytes and its attachments', async () => {
    const body = edxml({ files: [{ name: 'Tệp.txt', contentType: 'text/plain', content: Buffer.from('xin chào') }] });
    await axis.deliver({ messageId: ID, body });
    await eventually(() => receipts().length === 1);
    expect(await axis.get(`/api/v1/documents/${ID}`)).toMatchObject({
      direction: 'incoming',
      attachments: [{ n: 1, name: 'Tệp.txt' }],
    });
    const bytes = Buffer.from(await (await axis.call(`/api/v1/documents/${ID}/edxml`)).arrayBuffer());
    expect(bytes.equals(body)).toBe(true);
    const attachment = await axis.call(`/api/v1/documents/${ID}/attachments/1`);
    expect(await attachment.text()).toBe('xin chào');
    expect((await axis.call(`/api/v1/documents/${ID}/attachments/2`)).status).toBe(404);
    expect((await axis.call('/api/v1/documents/nobody')).status).toBe(404);
  });

  it('sends after an outage the receipts it could not send', async () => {
    await axis.deliver({ messageId: ID });
    await eventually(() => receipts().length === 1);
    await axis.send('PUT', '/api/v1/faults', { fault: 'none' });
    axis.hub.goAway();
    axis.hub.comeBack();
    await axis.deliver({ messageId: ID });
    await eventually(() => receipts().length === 2);
  });

  it('keeps a document whose header cannot be read, and says so', async () => {
    await axis.deliver({ messageId: ID, body: Buffer.from('<edXML>') });
    await eventually(() => receipts().length === 1);
    expect((await incoming()).items).toMatchObject([
      { documentId: ID, subject: '', problem: expect.any(String) as string },
    ]);
  });

  it.each([
    ['of no known type', { type: 'arrived' as const, body: Buffer.from('{}') }, 'malformed'],
    ['for another system', { headers: { [HEADER.for]: '{"g14":["000.00.00.G14"]}' } }, 'h53'],
    ['that is not edXML', { body: Buffer.from('%PDF') }, 'XML'],
    ['with a broken claim check', { headers: { [HEADER.body]: '../../etc/passwd' } }, 'x-truc-body'],
    ['that is a broken status', { type: 'status' as const, body: Buffer.from('<') }, ''],
  ])('gives a message %s to the dead letters with its reason, and goes on', async (_what, over, reason) => {
    await axis.deliver(over);
    await axis.deliver({ messageId: ID });
    await eventually(() => axis.at('hub.dead').length === 1);
    expect(String(axis.at('hub.dead')[0]?.headers['x-truc-reason'])).toContain(reason);
    await eventually(() => receipts().length === 1);
  });

  it('notes that a sender asks a document back', async () => {
    await axis.deliver({ messageId: ID });
    await axis.passOn(ID, '13', H53);
    await eventually(async () => (await incoming()).items[0]?.recipients[0]?.withdrawal === 'asked');
  });
});

describe('A body too large for a message', () => {
  const bodies = new Map<string, Buffer>();
  const asked: string[] = [];
  let http: Server;
  let axis: AgencyFixture;

  beforeEach(async () => {
    bodies.clear();
    asked.length = 0;
    http = hubOf(bodies, asked);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    axis = await AgencyFixture.start({ HUB_URL: addressOf(http) });
  });

  afterEach(async () => {
    await axis.close();
    http.close();
  });

  it('is put at the hub first, then submitted by its digest', async () => {
    const body = edxml({ from: H53, to: [G22], files: [fileOf(400_000)] }, '9');
    const init = { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': 'application/xml' } };
    expect((await axis.call('/api/v1/documents', init)).status).toBe(202);
    await eventually(() => axis.at('hub.edoc').length === 1);
    const [message] = axis.at('hub.edoc');
    expect(message?.body).toHaveLength(0);
    expect(message?.headers).toMatchObject({ [HEADER.body]: digestOf(body), [HEADER.bodySize]: body.length });
    expect(bodies.get(digestOf(body))?.equals(body)).toBe(true);
  });

  it('waits at home while the hub is away, and small documents overtake it', async () => {
    const { port } = http.address() as AddressInfo;
    http.close();
    await axis.handIn({ files: [{ name: 'lớn', base64: fileOf(400_000).content.toString('base64') }] }, 'large');
    await axis.handIn({}, 'small');
    await eventually(() => axis.at('hub.edoc').length === 1);
    expect(axis.at('hub.edoc')[0]?.messageId).toBe('small');
    const again = hubOf(bodies, asked).listen(port, '127.0.0.1');
    await eventually(() => axis.at('hub.edoc').length === 2);
    again.close();
  });

  it('is given up when the hub refuses it', async () => {
    bodies.set('refuse', Buffer.alloc(0));
    await axis.handIn({ files: [{ name: 'lớn', base64: fileOf(400_000).content.toString('base64') }] }, 'large');
    await eventually(async () => (await axis.get('/api/v1/documents/large'))['state'] === 'refused');
    expect(await axis.get('/api/v1/documents/large')).toMatchObject({ code: 'BODY_TOO_LARGE' });
  });

  it('is fetched from the hub before its document is stored and receipted', async () => {
    const body = edxml({ files: [fileOf(400_000)] });
    bodies.set(digestOf(body), body);
    await axis.deliver({
      messageId: ID,
      body: Buffer.alloc(0),
      headers: { [HEADER.body]: digestOf(body), [HEADER.bodySize]: body.length },
    });
    await eventually(() => axis.at('hub.receipt').length === 1);
    expect(asked).toContain(`Basic ${Buffer.from(`h53:${SECRET}`).toString('base64')}`);
    const bytes = Buffer.from(await (await axis.call(`/api/v1/documents/${ID}/edxml`)).arrayBuffer());
    expect(bytes.equals(body)).toBe(true);
    const detail = await axis.get<{ attachments: { bytes: number }[] }>(`/api/v1/documents/${ID}`);
    expect(detail.attachments[0]?.bytes).toBe(400_000);
  });

  it('that is refused is forgotten, unless another document has the same', async () => {
    const body = edxml({ files: [fileOf(400_000)] });
    const init = { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': 'application/xml' } };
    const objects = new ObjectFolder(join(axis.folder, 'systems', 'h53', 'objects'));
    expect((await axis.call('/api/v1/documents', init)).status).toBe(403);
    expect(await objects.has(digestOf(body))).toBe(false);
    bodies.set(digestOf(body), body);
    const headers = { [HEADER.body]: digestOf(body), [HEADER.bodySize]: body.length };
    await axis.deliver({ messageId: ID, body: Buffer.alloc(0), headers });
    await eventually(() => axis.at('hub.receipt').length === 1);
    expect((await axis.call('/api/v1/documents', init)).status).toBe(403);
    expect(await objects.has(digestOf(body))).toBe(true);
  });

  it('that is not at the hub makes its message a dead letter', async () => {
    await axis.deliver({ body: Buffer.alloc(0), headers: { [HEADER.body]: 'a'.repeat(64), [HEADER.bodySize]: 5 } });
    await eventually(() => axis.at('hub.dead').length === 1);
  });

  it('that is another than announced makes its message a dead letter', async () => {
    bodies.set('b'.repeat(64), Buffer.from('something else'));
    await axis.deliver({ body: Buffer.alloc(0), headers: { [HEADER.body]: 'b'.repeat(64), [HEADER.bodySize]: 14 } });
    await eventually(() => axis.at('hub.dead').length === 1);
    expect(String(axis.at('hub.dead')[0]?.headers['x-truc-reason'])).toContain('b'.repeat(64));
  });

  it('keeps its message waiting while the hub is away, and a stop hands it back', async () => {
    bodies.set('away', Buffer.alloc(0));
    const headers = { [HEADER.body]: 'c'.repeat(64), [HEADER.bodySize]: 5 };
    await axis.deliver({ messageId: ID, body: Buffer.alloc(0), headers });
    await eventually(() => asked.length >= 2);
    await axis.stopAgency();
    expect((await axis.hub.inspect('inbox.h53'))?.ready).toBe(1);
    expect(axis.at('hub.dead')).toHaveLength(0);
  });
});

/** The bodies' part of a hub's HTTP interface; refuses everything once it holds a body called `refuse`, and is out of order with one called `away`. */
function hubOf(bodies: Map<string, Buffer>, asked: string[]): Server {
  const answer = (code: string, status: number): string =>
    JSON.stringify({ type: 't', title: 't', status, code, detail: code });
  return createServer((request, response) => {
    asked.push(request.headers.authorization ?? '');
    const digest = request.url!.split('/').at(-1)!;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('connection', 'close');
      if (bodies.has('away')) {
        response.writeHead(503).end();
        return;
      }
      if (request.method === 'PUT' && bodies.has('refuse')) response.writeHead(413).end(answer('BODY_TOO_LARGE', 413));
      else if (request.method === 'PUT') response.writeHead(bodies.set(digest, Buffer.concat(chunks)) && 204).end();
      else if (bodies.has(digest)) response.end(bodies.get(digest));
      else response.writeHead(404).end(answer('BODY_UNKNOWN', 404));
    });
  });
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
