import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AxisError, type AxisErrorCode, type ErrorDetails } from '#core';
import { HEADER, type Problem } from '#wire';
import { eventually } from '../../../test/support/eventually.js';
import { ObjectFolder } from '../src/bodies/object-folder.js';
import { AgencyFixture, edxml, fileOf, G22, H53, SECRET } from './agency-fixture.js';

const ID = '0190a000-0000-7000-8000-000000000001';

describe('A body too large for a message', () => {
  const bodies = new Map<string, Buffer>();
  const asked: string[] = [];
  const hub: HubOfBodies = { bodies, asked };
  let http: Server;
  let axis: AgencyFixture;

  beforeEach(async () => {
    bodies.clear();
    asked.length = 0;
    hub.answer = undefined;
    http = hubOf(hub);
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
    const again = hubOf(hub).listen(port, '127.0.0.1');
    await eventually(() => axis.at('hub.edoc').length === 2);
    again.close();
  });

  it('is given up when the hub refuses it', async () => {
    hub.answer = problemOf('BODY_TOO_LARGE', { bytes: 6, limit: 5 });
    await axis.handIn({ files: [{ name: 'lớn', base64: fileOf(400_000).content.toString('base64') }] }, 'large');
    await eventually(async () => (await axis.get('/api/v1/documents/large'))['state'] === 'refused');
    expect(await axis.get('/api/v1/documents/large')).toMatchObject({
      ...{ code: 'BODY_TOO_LARGE', detail: 'Nội dung 6 byte, quá giới hạn 5 byte.' },
    });
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

  it.each(['BODY_UNKNOWN', 'BODY_NOT_YOURS'] as const)('makes its message a dead letter on %s', async (code) => {
    hub.answer = { ...problemOf(code), detail: 'In other words.' };
    await axis.deliver({ body: Buffer.alloc(0), headers: { [HEADER.body]: 'a'.repeat(64), [HEADER.bodySize]: 5 } });
    await eventually(() => axis.at('hub.dead').length === 1);
    const reason = new AxisError(code, { sha256: 'a'.repeat(64) }).message;
    expect(axis.at('hub.dead')[0]?.headers['x-truc-reason']).toBe(reason);
  });

  it('larger than this system takes makes its message a dead letter', async () => {
    await axis.stopAgency();
    await axis.startAgency({ BODY_LIMIT_MB: '1' });
    const body = Buffer.alloc(1024 * 1024 + 1);
    bodies.set(digestOf(body), body);
    await axis.deliver({ body: Buffer.alloc(0), headers: { [HEADER.body]: digestOf(body) } });
    await eventually(() => axis.at('hub.dead').length === 1);
  });

  it.each([
    ['does not know the secret, after it was renewed', problemOf('UNAUTHENTICATED')],
    ['forbids it', problemOf('FORBIDDEN')],
    ['has nothing at that address', problemOf('NOT_FOUND', { path: '/' })],
    ['does not understand', problemOf('REQUEST_INVALID', { reason: 'x' })],
    ['has a code nobody knows', { ...problemOf('FORBIDDEN'), code: 'NEW_CODE' }],
    ['is at fault', problemOf('INTERNAL')],
    ['misses its database', problemOf('STORE_AWAY')],
    ['is another program', 418],
  ])('is waited for while the hub %s', async (_what, answer) => {
    const body = edxml({ files: [fileOf(400_000)] });
    bodies.set(digestOf(body), body);
    hub.answer = answer;
    const headers = { [HEADER.body]: digestOf(body), [HEADER.bodySize]: body.length };
    await axis.deliver({ messageId: ID, body: Buffer.alloc(0), headers });
    await eventually(() => asked.length >= 2);
    expect(axis.at('hub.dead')).toHaveLength(0);
    hub.answer = undefined;
    await eventually(() => axis.at('hub.receipt').length === 1);
  });

  it('that is another than announced makes its message a dead letter', async () => {
    bodies.set('b'.repeat(64), Buffer.from('something else'));
    await axis.deliver({ body: Buffer.alloc(0), headers: { [HEADER.body]: 'b'.repeat(64), [HEADER.bodySize]: 14 } });
    await eventually(() => axis.at('hub.dead').length === 1);
    expect(String(axis.at('hub.dead')[0]?.headers['x-truc-reason'])).toContain('b'.repeat(64));
  });

  it('keeps its message waiting while the hub is away, and a stop hands it back', async () => {
    hub.answer = 503;
    const headers = { [HEADER.body]: 'c'.repeat(64), [HEADER.bodySize]: 5 };
    await axis.deliver({ messageId: ID, body: Buffer.alloc(0), headers });
    await eventually(() => asked.length >= 2);
    await axis.stopAgency();
    expect((await axis.hub.inspect('inbox.h53'))?.ready).toBe(1);
    expect(axis.at('hub.dead')).toHaveLength(0);
  });
});

/** The bodies' part of a hub's HTTP interface; `answer` is what it says to everything, while there is one. */
interface HubOfBodies {
  readonly bodies: Map<string, Buffer>;
  readonly asked: string[];
  answer?: Problem | number | undefined;
}

function hubOf(hub: HubOfBodies): Server {
  return createServer((request, response) => {
    hub.asked.push(request.headers.authorization ?? '');
    const digest = request.url!.split('/').at(-1)!;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { answer, bodies } = hub;
      response.setHeader('connection', 'close');
      if (typeof answer === 'number') response.writeHead(answer).end();
      else if (answer !== undefined) response.writeHead(answer.status).end(JSON.stringify(answer));
      else if (request.method === 'PUT') response.writeHead(bodies.set(digest, Buffer.concat(chunks)) && 204).end();
      else response.end(bodies.get(digest));
    });
  });
}

function problemOf(code: AxisErrorCode, details: ErrorDetails = {}): Problem {
  const { entry, message } = new AxisError(code, details);
  return { type: 't', title: entry.title, status: entry.http, code, detail: message };
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
