import { writeDocument } from '#edxml';
import { type ManySamplesAnswer, type Problem, sampleTemplateListSchema } from '#wire';
import { eventually } from '../../../../test/support/eventually.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { aSystem, type Answered, BEN_CAU, G22, H53, HubFixture } from '../../test/hub-fixture.js';
import { SAMPLE_TEMPLATES } from './sample-templates.js';

const XML = { 'content-type': 'application/xml' };
const FILE = { name: 'Tờ trình.txt', contentType: 'text/plain', base64: 'Y2jDoG8=' };

describe('A sample made from fields', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start();
  });
  afterAll(() => axis.close());

  const send = (over: Record<string, unknown> = {}, query = ''): Promise<Answered> =>
    axis.post(`samples${query}`, { from: G22, to: [H53], subject: 'V/v gửi thử văn bản', ...over });
  const count = async (): Promise<number> => (await axis.client.totals()).sent;

  it('is sent, counted and delivered like any document, and its sender gets no notice', async () => {
    const before = await count();
    const { status, body } = await send({ to: [H53, BEN_CAU], typeName: 'Báo cáo', content: 'Kính gửi', paper: true });
    expect(status).toBe(202);
    expect(body).toMatchObject({ system: 'g22', typeName: 'Báo cáo', repeated: false });
    expect(body.identity).toMatch(/^000\.00\.00\.G22\.\d{4}\.01\/BC-VPCP-GT$/);
    expect(body.recipients).toMatchObject([
      { code: H53, outcome: 'accepted', system: 'h53', connected: true, name: 'Ủy ban nhân dân tỉnh Tây Ninh' },
      { code: BEN_CAU, outcome: 'accepted', system: 'h53', connected: true },
    ]);
    await eventually(() => axis.received['h53']?.some(({ messageId }) => messageId === body.documentId) === true);
    expect(await axis.client.document(body.documentId ?? '')).toMatchObject({
      ...{ subject: 'V/v gửi thử văn bản', typeName: 'Báo cáo', paper: true, size: body.size },
      deliveries: [{ recipient: H53 }, { recipient: BEN_CAU }],
    });
    expect(await count()).toBe(before + 1);
    expect(axis.received['g22']).toEqual([]);
  });

  it('gets the next number of a series of its own each time, also where somebody gave one by hand', async () => {
    const identityOf = async (over: Record<string, unknown> = {}): Promise<string> =>
      (await send({ typeName: 'Thông báo', ...over })).body.identity;
    const first = await identityOf();
    expect(first).toMatch(/\.01\/TB-VPCP-GT$/);
    expect(await identityOf({ number: '02', notation: 'TB-VPCP-GT' })).toMatch(/\.02\/TB-VPCP-GT$/);
    expect(await identityOf()).toMatch(/\.03\/TB-VPCP-GT$/);
    const together = await Promise.all(Array.from({ length: 5 }, () => identityOf()));
    expect(new Set(together).size).toBe(5);
  });

  it('is rehearsed with a result for every recipient, and nothing is kept of it', async () => {
    const before = await count();
    const { body } = await send({ to: [H53, '000.00.00.Z99', '000.00.00.G14'], typeName: 'Kế hoạch' }, '?dryRun=true');
    expect(body).toMatchObject({ identity: expect.stringMatching(/\.01\/KH-VPCP-GT$/) as string, system: 'g22' });
    expect(body.documentId).toBeUndefined();
    expect(body.size).toBeGreaterThan(1000);
    expect(body.recipients).toMatchObject([
      { code: H53, outcome: 'accepted', connected: true },
      { code: '000.00.00.Z99', outcome: 'failed', error: { code: 'RECIPIENT_UNKNOWN' } },
      { code: '000.00.00.G14', outcome: 'waiting' },
    ]);
    expect(await count()).toBe(before);
    expect((await send({ typeName: 'Kế hoạch' })).body.identity).toMatch(/\.01\/KH-VPCP-GT$/);
  });

  it('comes back to the agency that sends it to itself', async () => {
    const { status, body } = await send({ to: [G22], subject: 'V/v tự gửi' });
    expect(status).toBe(202);
    expect(body.recipients).toMatchObject([{ code: G22, outcome: 'accepted', system: 'g22' }]);
    await eventually(() => axis.received['g22']?.some(({ messageId }) => messageId === body.documentId) === true);
  });

  it('takes files of 10 MB together, and no more', async () => {
    const file = (megabytes: number): object => ({
      name: 'Tờ trình.pdf',
      contentType: 'application/pdf',
      base64: Buffer.alloc(megabytes * 1_000_000, 'văn bản ').toString('base64'),
    });
    const { status, body } = await send({ files: [file(5), file(5)] });
    expect(status).toBe(202);
    expect(body.size).toBeGreaterThan(13_000_000);
    expect(await send({ files: [file(6), file(6)] })).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  });

  it('keeps a text that is too long for the header as a file', async () => {
    const content = `${'Đề nghị các cơ quan báo cáo. '.repeat(100)}`;
    const { status, body } = await send({ content });
    expect(status).toBe(202);
    expect(body.size).toBeGreaterThan(content.length);
  });

  it.each([
    ['whose sender nobody knows', { from: '000.00.00.Z99' }, 422, 'SENDER_UNKNOWN'],
    ['whose sender has no system', { from: '000.00.00.G14' }, 409, 'SAMPLE_SENDER_UNSERVED'],
    ['to nobody who is known', { to: ['000.00.00.Z99'] }, 422, 'RECIPIENTS_NONE_KNOWN'],
    ['to somebody twice', { to: ['000.00.31.H53', 'H53.31'] }, 422, 'RECIPIENT_DUPLICATE'],
    ['to what is no code', { to: ['Tây Ninh'] }, 422, 'AGENCY_CODE_MALFORMED'],
    ['marked secret', { subject: 'TỐI MẬT' }, 422, 'SECRET_MARKING'],
    ['without a subject', { subject: ' ' }, 400, 'REQUEST_INVALID'],
    ['with a field that does not exist', { secret: true }, 400, 'REQUEST_INVALID'],
    ['with a file that is no base64', { files: [{ name: 'a', contentType: '', base64: '*' }] }, 400, 'REQUEST_INVALID'],
    ['whose notation edXML has no room for', { notation: 'X'.repeat(40) }, 422, 'EDXML_INVALID'],
  ])('%s is refused', async (_what, over, status, code) => {
    expect(await send(over)).toMatchObject({ status, body: { code } });
  });

  it('with a number that is taken is refused', async () => {
    await send({ number: '77' });
    const other = await send({ number: '77', subject: 'V/v khác' });
    expect(other).toMatchObject({ status: 409, body: { code: 'DOCUMENT_IDENTITY_TAKEN' } });
  });

  it('under a key is sent once, however often and how fast it comes; other fields under that key are refused', async () => {
    const refused = async (): Promise<number> => (await axis.client.refusals()).items.length;
    const [before, refusedBefore] = [await count(), await refused()];
    const numbered = await send({ typeName: 'Giấy mời' });
    const keyed = (key: string, over: object = {}): Promise<Answered> => {
      const sample = { from: G22, to: [H53], subject: 'V/v một lần', typeName: 'Giấy mời', files: [FILE], ...over };
      return axis.post('samples', sample, { 'idempotency-key': key });
    };
    const [other, ...same] = await Promise.all([keyed('b'), keyed('a'), keyed('a'), keyed('a')]);
    expect(new Set(same.map(({ body }) => body.documentId)).size).toBe(1);
    expect(same.map(({ body }) => body.repeated).sort()).toEqual([false, true, true]);
    const [one] = same.map(({ body }) => body.documentId);
    expect(other?.body).not.toMatchObject({ documentId: one });
    expect(await count()).toBe(before + 3);
    expect((await send({ typeName: 'Giấy mời' })).body.identity).toBe(numbered.body.identity.replace('.01/', '.04/'));
    expect((await keyed('a')).body).toMatchObject({ documentId: one, repeated: true, recipients: [{ code: H53 }] });
    expect(await refused()).toBe(refusedBefore);
    for (const over of [{ subject: 'V/v khác' }, { number: '99' }, { files: [] }]) {
      expect(await keyed('a', over)).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    }
    expect(await keyed('c', { from: 'Tây Ninh' })).toMatchObject({ body: { code: 'AGENCY_CODE_MALFORMED' } });
    expect(await keyed('a b')).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
    expect(await count()).toBe(before + 4);
  });

  it('that is no JSON is refused, and so is one of a stranger or a system', async () => {
    const headers = { 'content-type': 'application/json' };
    const broken = await axis.call('samples', { method: 'POST', body: '{', headers });
    expect(broken).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
    const stranger = await axis.post('samples', {}, { authorization: 'Bearer x' });
    expect(stranger).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    const { secret } = await axis.client.addSystem({ name: 'g14', codes: ['000.00.00.G05'], poll: true });
    const basic = `Basic ${Buffer.from(`g14:${secret}`).toString('base64')}`;
    expect(await axis.post('samples', {}, { authorization: basic })).toMatchObject({ status: 403 });
  });
});

describe('A sample of a locked system', () => {
  it('is refused', async () => {
    const axis = await HubFixture.start([aSystem('g22', [G22], { lockedAt: 1 })]);
    const sample = { from: G22, to: [H53], subject: 'V/v gửi thử' };
    expect(await axis.post('samples', sample)).toMatchObject({ status: 409, body: { code: 'SAMPLE_SENDER_LOCKED' } });
    await axis.close();
  });
});

describe('A sample as edXML', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start();
  });
  afterAll(() => axis.close());

  const send = (body: Buffer | string, query = ''): Promise<Answered> =>
    axis.call(`samples${query}`, { method: 'POST', body: body as string, headers: XML });

  it('is sent as it is, once', async () => {
    const bytes = writeDocument(sampleDocument({ number: '0900' }));
    const rehearsal = await send(bytes, '?dryRun=true');
    expect(rehearsal.body).toMatchObject({ system: 'g22', size: bytes.length, typeName: 'Công văn', repeated: false });
    const { body } = await send(bytes);
    expect(body).toMatchObject({ system: 'g22', repeated: false, recipients: [{ code: H53, connected: true }] });
    expect((await send(bytes)).body).toMatchObject({ documentId: body.documentId, repeated: true });
    await eventually(() => axis.received['h53']?.some(({ body: came }) => came.equals(bytes)) === true);
  });

  it('is sent though it is large', async () => {
    const bytes = writeDocument(sampleDocument({ number: '0901', attachmentBytes: 2_000_000 }));
    expect(await send(bytes)).toMatchObject({ status: 202, body: { size: bytes.length } });
  });

  it('that is faulty comes back with every fault at its place, and is no refusal of its system', async () => {
    const text = writeDocument(sampleDocument({ number: '0902' })).toString();
    const faulty = text.replace(/(CodeNumber>)0902/, '$1').replace(/(PromulgationDate>)2020\/02\/04/, '$12020/02/31');
    for (const query of ['', '?dryRun=true']) {
      const { status, body } = await send(faulty, query);
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'EDXML_INVALID' });
      expect(body.problems).toMatchObject([
        { class: 'N', path: 'N.MessageHeader.Code.CodeNumber' },
        { class: 'T', path: 'T.MessageHeader.PromulgationInfo.PromulgationDate', value: '2020/02/31' },
      ]);
      for (const { at } of body.problems ?? []) expect(at).toMatch(/^\d+:\d+$/);
    }
    expect((await axis.client.refusals()).items).toEqual([]);
  });

  it.each([
    ['that is no XML', 'xin chào', 400, 'EDXML_NOT_XML'],
    [
      'of a sender without system',
      writeDocument(sampleDocument({ from: H53, to: [G22] }))
        .toString()
        .replaceAll('H53', 'H29'),
      409,
      'SAMPLE_SENDER_UNSERVED',
    ],
  ])('%s is refused', async (_what, body, status, code) => {
    expect(await send(body)).toMatchObject({ status, body: { code } });
  });
});

describe('Many samples', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start();
  });
  afterAll(() => axis.close());

  const send = (body: object): Promise<Answered<ManySamplesAnswer & Problem>> => axis.post('samples/many', body);

  it('are accepted with identities of their own, counted, and delivered', async () => {
    const { status, body } = await send({ count: 120 });
    expect(status).toBe(202);
    expect(body).toMatchObject({ accepted: 120, refused: [] });
    expect(new Set(body.documents.map(({ identity }) => identity)).size).toBe(120);
    expect((await axis.client.totals()).sent).toBe(120);
    const first = body.documents[0]?.documentId ?? '';
    const { subject, sender } = await axis.client.document(first);
    expect({ subject, sender }).toEqual({ subject: body.documents[0]?.subject, sender: G22 });
    const came = (): number => (axis.received['g22']?.length ?? 0) + (axis.received['h53']?.length ?? 0);
    await eventually(() => came() >= 120);
    expect((await send({ count: 5 })).body).toMatchObject({ accepted: 5, refused: [] });
  });

  it('come from one agency, if one is named', async () => {
    const { body } = await send({ count: 3, from: 'H53.31' });
    const senders = await Promise.all(body.documents.map(({ documentId }) => axis.client.document(documentId)));
    expect(senders.map(({ sender }) => sender)).toEqual([BEN_CAU, BEN_CAU, BEN_CAU]);
  });

  it.each([
    ['from an agency without a system', { count: 1, from: '000.00.00.G14' }, 409, 'SAMPLE_SENDER_UNSERVED'],
    ['from nobody known', { count: 1, from: '000.00.00.Z99' }, 422, 'SENDER_UNKNOWN'],
    ['of more than 500', { count: 501 }, 400, 'REQUEST_INVALID'],
    ['of none', { count: 0 }, 400, 'REQUEST_INVALID'],
  ])('%s are refused', async (_what, wish, status, code) => {
    expect(await send(wish)).toMatchObject({ status, body: { code } });
  });

  it('begin from templates that are shown', async () => {
    const { status, body } = await axis.call<unknown>('samples/templates');
    expect(status).toBe(200);
    expect(sampleTemplateListSchema.parse(body).items).toEqual(SAMPLE_TEMPLATES);
  });
});

describe('Samples where every system is locked', () => {
  it('are refused', async () => {
    const axis = await HubFixture.start([aSystem('g22', [G22], { lockedAt: 1 })]);
    const answer = await axis.post('samples/many', { count: 1 });
    expect(answer).toMatchObject({ status: 409, body: { code: 'SAMPLES_NOBODY_CONNECTED' } });
    await axis.close();
  });
});
