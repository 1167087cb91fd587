import { rm } from 'node:fs/promises';
import { type EdxmlDocument, writeDocument } from '#edxml';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { G22, H53, HubFixture } from '../../test/hub-fixture.js';
import { ObjectStore } from './object-store.js';

const XML = { 'content-type': 'application/xml' };
const FILES = [
  { name: 'Tờ trình "số 1".html', contentType: 'text/html', content: Buffer.from('<script>alert(1)</script>') },
  { name: '../../phụ lục.pdf', contentType: 'application/pdf', content: Buffer.alloc(1_000_000, 'văn bản ') },
];

/** Its body lies in the object store when `files` are large. */
function aDocument(number: string, files: typeof FILES): Buffer {
  const { header }: EdxmlDocument = sampleDocument({ number });
  const attachments = files.map((file, at) => ({ ...file, contentId: `cid:${at + 1}` }));
  return writeDocument({ header: { ...header, manifest: [] }, attachments });
}

describe('What is inside a document', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start();
  });
  afterAll(() => axis.close());

  async function sent(bytes: Buffer): Promise<string> {
    const { body } = await axis.call('samples', { method: 'POST', body: bytes as BodyInit, headers: XML });
    return body.documentId ?? '';
  }

  it.each([
    ['in the row', '0300', FILES.slice(0, 1)],
    ['in the object store', '0301', FILES],
  ])('is listed and handed out whole (%s)', async (_where, number, files) => {
    const bytes = aDocument(number, files);
    const id = await sent(bytes);
    const { attachments, identity } = await axis.client.document(id);
    expect(attachments).toEqual(
      files.map(({ name, contentType, content }, at) => ({ n: at + 1, name, contentType, size: content.length })),
    );
    for (const name of [id, encodeURIComponent(identity)]) {
      const answer = await axis.fetch(`documents/${name}/edxml`);
      expect(answer.headers.get('content-length')).toBe(String(bytes.length));
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    }
    for (const [at, { content }] of files.entries()) {
      const answer = await axis.fetch(`documents/${id}/attachments/${at + 1}`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    }
  });

  it('is never shown as a page, whatever it says it is', async () => {
    const id = await sent(aDocument('0302', FILES));
    for (const [path, type, name] of [
      ['attachments/1', 'application/octet-stream', 'Tờ trình _số 1_.html'],
      ['attachments/2', 'application/octet-stream', '.._.._phụ lục.pdf'],
      ['edxml', 'application/xml', '000.00.00.G22.2020.0302_VPCP-KSTT.edxml'],
    ] as const) {
      const { headers } = await axis.fetch(`documents/${id}/${path}`);
      expect(headers.get('content-type')?.split(';')[0]).toBe(type);
      expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain('sandbox');
    }
  });

  it('is had only by the system that sent it and those it is for', async () => {
    const secretOf = async (name: string, code: string): Promise<string> =>
      (await axis.client.addSystem({ name, codes: [code], poll: true })).secret;
    const asked = async (name: string, secret: string, id: string): Promise<number[]> => {
      const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
      const paths = ['edxml', 'attachments/1'];
      return Promise.all(
        paths.map(async (path) => (await axis.fetch(`documents/${id}/${path}`, { headers: { authorization } })).status),
      );
    };
    const [inside, outside] = [await secretOf('g14', '000.00.00.G14'), await secretOf('g05', '000.00.00.G05')];
    const { body } = await axis.post('samples', { from: G22, to: ['000.00.00.G14'], subject: 'V/v kín', files: [] });
    const id = body.documentId ?? '';
    expect(await asked('g14', inside, id)).toEqual([200, 404]);
    expect(await asked('g05', outside, id)).toEqual([404, 404]);
  });

  it('says so when there is no such document or attachment, and when its file is gone', async () => {
    const id = await sent(aDocument('0303', FILES));
    const status = async (path: string): Promise<unknown> => {
      const { status, body } = await axis.call(`documents/${path}`);
      return [status, body.code];
    };
    expect(await status('nobody/edxml')).toEqual([404, 'DOCUMENT_UNKNOWN']);
    expect(await status(`${id}/attachments/3`)).toEqual([404, 'NOT_FOUND']);
    expect(await status(`${id}/attachments/0`)).toEqual([404, 'NOT_FOUND']);
    expect(await status(`${id}/attachments/x`)).toEqual([400, 'REQUEST_INVALID']);
    const { body } = await axis.call<{ sha256: string }>(`documents/${id}`);
    await rm(axis.part(ObjectStore).path(body.sha256));
    expect(await status(`${id}/edxml`)).toEqual([404, 'BODY_UNKNOWN']);
    expect(await axis.client.document(id)).toMatchObject({ deliveries: [{ recipient: H53 }] });
  });
});
