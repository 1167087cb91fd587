import { AmqpBroker, SUBMIT } from '#broker';
import { writeDocument } from '#edxml';
import { type DocumentDetail } from '#wire';
import { StoryAxis, type StoryDatabase, type StorySystem } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { sampleDocument } from '../support/sample-document.js';
import { uniqueSystem } from '../support/servers.js';

const OFFICE = { OFFICE: 'on', OFFICE_DELAYS_MS: '03:50,04:50,05:50,06:50' };
const [GOVERNMENT, PROVINCE, DEPARTMENT, COMMUNE] = [
  '000.00.00.G22',
  '000.00.00.H53',
  '000.00.04.H53',
  '000.21.31.H53',
] as const;

describe.each<StoryDatabase>(['SQLite', 'PostgreSQL'])('a journey over the axis on %s', (database) => {
  let axis: StoryAxis;
  let government: StorySystem;
  let province: StorySystem;

  beforeAll(async () => {
    axis = await StoryAxis.open(database);
    government = await axis.addSystem(uniqueSystem('g22'), [GOVERNMENT], { arrivals: true });
    province = await axis.addSystem(uniqueSystem('h53'), [PROVINCE], { env: OFFICE });
  }, 90_000);
  afterAll(() => axis.close());

  async function finishedAt(documentId: string, count: number): Promise<DocumentDetail> {
    return eventually(
      async () => {
        const document = await axis.hub.document(documentId);
        const finished = document.deliveries.filter(({ status }) => status === '06');
        if (finished.length < count) throw new Error(JSON.stringify(document.deliveries));
        return document;
      },
      { withinMs: 30_000 },
    );
  }

  async function sent(form: Parameters<StorySystem['http']['send']>[0]): Promise<string> {
    const { key } = await government.http.send(form);
    return eventually(async () => {
      const found = (await government.http.outgoing()).items.find((item) => item.key === key);
      if (found?.documentId === undefined) throw new Error(JSON.stringify(found));
      return found.documentId;
    });
  }

  it('brings a document to the agencies a system fronts, and every status back to the issuer', async () => {
    const documentId = await sent({
      from: GOVERNMENT,
      to: [PROVINCE, DEPARTMENT],
      subject: 'V/v gửi, nhận văn bản điện tử',
    });
    const document = await finishedAt(documentId, 2);
    expect(document.deliveries.map(({ state }) => state)).toEqual(['received', 'received']);
    await eventually(async () => {
      const outgoing = await government.http.outgoingDocument(documentId);
      expect(outgoing.recipients.map(({ status }) => status)).toEqual(['06', '06']);
      expect(outgoing.recipients.map(({ history }) => history.map(({ code }) => code))).toEqual([
        ['01', '03', '04', '05', '06'],
        ['01', '03', '04', '05', '06'],
      ]);
    });
  });

  it('brings a document of 20 MB by claim check, byte for byte', async () => {
    const body = writeDocument(sampleDocument({ number: '0777', to: [PROVINCE], attachmentBytes: 15 * 1024 * 1024 }));
    await government.http.sendEdxml(body, 'large');
    const documentId = await eventually(
      async () => (await government.http.outgoing()).items.find(({ key }) => key === 'large')?.documentId ?? false,
      { withinMs: 30_000 },
    );
    await finishedAt(String(documentId), 1);
    const url = `http://127.0.0.1:${province.env['AGENCY_PORT'] ?? ''}/api/v1/documents/${String(documentId)}/edxml`;
    const response = await fetch(url, { headers: { authorization: 'Bearer token-of-a-story' } });
    expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
  });

  it('keeps a document for an agency that no system serves yet, and delivers it on enrolment', async () => {
    const documentId = await sent({ from: GOVERNMENT, to: ['000.00.00.G14'], subject: 'V/v kết nối Trục' });
    expect((await axis.hub.document(documentId)).deliveries).toMatchObject([{ state: 'waiting' }]);
    expect((await axis.hub.trace(documentId)).lines.at(-1)?.text).toContain('Chưa có hệ thống nào');
    await axis.addSystem(uniqueSystem('g14'), ['000.00.00.G14']);
    await eventually(async () => (await axis.hub.document(documentId)).deliveries[0]?.state === 'received');
  });

  it('gives a nearer system its own agencies’ documents', async () => {
    const commune = await axis.addSystem(uniqueSystem('an-thanh'), [COMMUNE]);
    const documentId = await sent({ from: GOVERNMENT, to: [COMMUNE, PROVINCE], subject: 'V/v báo cáo' });
    await eventually(async () => (await commune.http.incoming()).items.some((item) => item.documentId === documentId));
    const atProvince = await eventually(
      async () => (await province.http.incoming()).items.find((item) => item.documentId === documentId) ?? false,
    );
    expect(atProvince.recipients.map(({ code }) => code)).toEqual([PROVINCE]);
  });

  it('delivers again to a system that lost its store, and counts nothing twice', async () => {
    // The last receipts of what went before may still be on their way.
    await eventually(async () => (await axis.hub.ledger()).waiting === 0);
    const before = await axis.hub.totals();
    const { documents } = await axis.hub.resend(province.name, '2020-01-01T00:00:00+07:00');
    expect(documents).toBeGreaterThan(0);
    await eventually(async () => (await axis.hub.systems()).items.every(({ queued }) => queued === 0));
    const after = await axis.hub.totals();
    expect([after.sent, after.received]).toEqual([before.sent, before.received]);
    expect((await axis.hub.ledger()).addsUp).toBe(true);
  });

  it('survives a message whose key no database can hold', async () => {
    const broker = await AmqpBroker.open({ url: government.amqpUrl, userId: government.name });
    const body = writeDocument(sampleDocument({ number: '0888' }));
    await broker.publish({ exchange: SUBMIT, key: 'edoc', type: 'edoc', messageId: 'nul\u0000key', body });
    await broker.close();
    await eventually(async () =>
      (await axis.hub.refusals()).items.some(({ code }) => code === 'IDEMPOTENCY_KEY_MISSING'),
    );
    const documentId = await sent({ from: GOVERNMENT, to: [PROVINCE], subject: 'V/v vẫn chạy' });
    await finishedAt(documentId, 1);
  });
});
