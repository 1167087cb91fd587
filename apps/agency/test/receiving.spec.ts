import { eventually } from '../../../test/support/eventually.js';
import { DELIVER } from '#broker';
import { HEADER, type Receipts, writeMessage } from '#wire';
import { AgencyFixture, BEN_CAU, edxml, G22, H53, statusEdxml } from './agency-fixture.js';

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

  it('says of a status that came as a document what it is', async () => {
    await axis.deliver({ messageId: ID, body: statusEdxml('03') });
    await eventually(() => receipts().length === 1);
    expect((await incoming()).items).toMatchObject([
      { problem: 'Yêu cầu không hợp lệ: thông điệp là trạng thái, không phải văn bản.' },
    ]);
  });

  it.each([
    ['of no known type', { type: 'arrived' as const, body: Buffer.from('{}') }, 'malformed'],
    ['for another system', { headers: { [HEADER.for]: '{"g14":["000.00.00.G14"]}' } }, 'h53'],
    ['that is not edXML', { body: Buffer.from('%PDF') }, 'XML'],
    ['with a broken claim check', { headers: { [HEADER.body]: '../../etc/passwd' } }, 'x-truc-body'],
    ['that is a document and should be a status', { type: 'status' as const }, 'không phải trạng thái'],
    ['that is a broken status', { type: 'status' as const, body: Buffer.from('<') }, ''],
  ])('gives a message %s to the dead letters with its reason, and goes on', async (_what, over, reason) => {
    await axis.deliver(over);
    await axis.deliver({ messageId: ID });
    await eventually(() => axis.at('hub.dead').length === 1);
    expect(String(axis.at('hub.dead')[0]?.headers['x-truc-reason'])).toContain(reason);
    expect(String(axis.at('hub.dead')[0]?.headers['x-truc-reason'])).not.toContain('…');
    await eventually(() => receipts().length === 1);
  });

  it('passes over answers, arrivals and statuses of documents it never sent, as those the hub sends for it as samples', async () => {
    const other = '0190a000-0000-7000-8000-0000000000ff';
    await axis.notify([{ key: 'sample:1', kind: 'edoc', outcome: 'accepted', documentId: other, recipients: [] }]);
    const arrivals = [{ documentId: other, recipients: [G22], at: '2026-11-22T09:30:00+07:00' }];
    await axis.hub.publish({
      exchange: DELIVER,
      key: 'h53',
      body: writeMessage({ arrivals }),
      messageId: other,
      type: 'arrived',
    });
    for (const code of ['03', '06', '13']) await axis.passOn(other, code, G22);
    await axis.deliver({ messageId: ID });
    await eventually(() => receipts().length === 1);
    expect(axis.at('hub.dead')).toEqual([]);
    expect((await axis.get<List>('/api/v1/outgoing')).items).toEqual([]);
  });

  it('notes that a sender asks a document back', async () => {
    await axis.deliver({ messageId: ID });
    await axis.passOn(ID, '13', H53);
    await eventually(async () => (await incoming()).items[0]?.recipients[0]?.withdrawal === 'asked');
  });
});
