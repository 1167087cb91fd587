import { readDocument, readEnvelope } from '#edxml';
import { HEADER } from '#wire';
import { eventually } from '../../../test/support/eventually.js';
import { AgencyFixture, BEN_CAU, edxml, G22, H53 } from './agency-fixture.js';

interface Detail {
  state: string;
  code?: string;
  documentId?: string;
  recipients: { code: string; outcome?: string; error?: string; status: string; history: { code: string }[] }[];
  attachments: { n: number; name: string }[];
}

describe('A system that sends', () => {
  let axis: AgencyFixture;

  beforeEach(async () => {
    axis = await AgencyFixture.start();
  });

  afterEach(() => axis.close());

  const detail = (key: string): Promise<Detail> => axis.get<Detail>(`/api/v1/documents/${encodeURIComponent(key)}`);

  it('writes a document from fields and files, gives it a number and submits it under its key', async () => {
    const files = [
      { name: 'Phụ lục.txt', contentType: 'text/plain', base64: Buffer.from('Kính gửi').toString('base64') },
    ];
    const { key, identity } = await axis.handIn({
      typeName: 'Kế hoạch',
      to: [G22, BEN_CAU],
      dueOn: '2030-01-31',
      files,
    });
    await eventually(() => axis.at('hub.edoc').length === 1);
    const [message] = axis.at('hub.edoc');
    expect(message).toMatchObject({ key: 'edoc', type: 'edoc', messageId: key, userId: 'h53' });
    const { header, attachments } = readDocument(message!.body);
    expect(header).toMatchObject({ number: '01', notation: 'KH-UBND', dueOn: '2030-01-31', subject: 'V/v thử' });
    expect(header.to.map(({ code }) => code)).toEqual([G22, BEN_CAU]);
    expect(header.from.name).toContain('Tây Ninh');
    expect(attachments[0]?.content.toString()).toBe('Kính gửi');
    expect(identity).toBe(`${H53}.${header.promulgatedOn.slice(0, 4)}.01/KH-UBND`);
    await eventually(async () => (await detail(key)).state === 'submitted');
    expect((await detail(identity)).attachments).toMatchObject([{ n: 1, name: 'Phụ lục.txt' }]);
  });

  it('gives numbers one after the other for each notation', async () => {
    await axis.handIn({ typeName: 'Quyết định' });
    await axis.handIn();
    expect((await axis.handIn({ typeName: 'Quyết định' })).identity).toContain('.02/QĐ-UBND');
  });

  it('gives every one of many documents handed in together a number of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => axis.handIn()));
    const numbers = answers.map(({ identity }) => Number(/\.(\d+)\/UBND$/.exec(identity)?.[1]));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    await eventually(() => axis.at('hub.edoc').length === 40);
  });

  it('sends urgent documents on the urgent lane', async () => {
    await axis.handIn({ priority: 3 });
    await eventually(() => axis.at('hub.edoc.urgent').length === 1);
  });

  it('answers the same key and request as before, and refuses the key for another request', async () => {
    const first = await axis.handIn({}, 'key-1');
    expect(await axis.handIn({}, 'key-1')).toMatchObject({ key: first.key, identity: first.identity });
    const other = await axis.send(
      'POST',
      '/api/v1/documents',
      { from: H53, to: [G22], subject: 'Khác' },
      { 'idempotency-key': 'key-1' },
    );
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('takes a finished edXML file as it is', async () => {
    const body = edxml({ from: H53, to: [G22] }, '77');
    const response = await postXml(body);
    expect(response.status).toBe(202);
    await eventually(() => axis.at('hub.edoc').length === 1);
    expect(axis.at('hub.edoc')[0]?.body.equals(body)).toBe(true);
    expect((await axis.handIn()).identity).toContain('.78/UBND');
  });

  it('refuses edXML of an agency it does not speak for', async () => {
    const response = await postXml(edxml({ from: G22, to: [H53] }));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'SENDER_FOREIGN' });
  });

  it('names every problem of a wrong edXML file at once', async () => {
    const right = edxml({ from: H53, to: [G22] }).toString();
    const wrong = right
      .replace(/(<edXML:Subject>)[^<]*/, '$1')
      .replace(/(<edXML:Priority>)\d/, (_whole, tag: string) => `${tag}9`);
    const response = await postXml(Buffer.from(wrong));
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as { code: string; problems: { path: string }[] };
    expect(problem.code).toBe('EDXML_INVALID');
    expect(problem.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining([expect.stringContaining('Subject'), expect.stringContaining('Priority')]),
    );
  });

  it('reads a multipart form', async () => {
    const form = new FormData();
    form.append('from', H53);
    form.append('to', `${G22}, ${BEN_CAU}`);
    form.append('subject', 'Gửi kèm tệp');
    form.append('priority', '1');
    form.append('paper', 'true');
    form.append('files', new Blob(['nội dung'], { type: 'text/plain' }), 'tệp.txt');
    const response = await axis.call('/api/v1/documents', { method: 'POST', body: form });
    expect(response.status).toBe(202);
    await eventually(() => axis.at('hub.edoc.urgent').length === 1);
    const { header, attachments } = readDocument(axis.at('hub.edoc.urgent')[0]!.body);
    expect(header).toMatchObject({ subject: 'Gửi kèm tệp', business: { paper: true } });
    expect(header.to).toHaveLength(2);
    expect(attachments[0]).toMatchObject({ name: 'tệp.txt' });
  });

  it.each([
    ['a malformed code', { from: 'H.53' }, 'AGENCY_CODE_MALFORMED'],
    ['a foreign sender', { from: G22 }, 'SENDER_FOREIGN'],
    ['no subject', { subject: '' }, 'REQUEST_INVALID'],
    ['a file that is no base64', { files: [{ name: 'a', base64: '%%%' }] }, 'ATTACHMENT_UNDECODABLE'],
  ])('refuses a form with %s and gives no number for it', async (_what, over, code) => {
    const response = await axis.send('POST', '/api/v1/documents', { from: H53, to: [G22], subject: 'x', ...over });
    expect(await response.json()).toMatchObject({ code });
    expect((await axis.handIn()).identity).toContain('.01/');
  });

  it('shows the hub’s answer, and what recipients report', async () => {
    const { key } = await axis.handIn({ to: [G22, '000.00.00.H99'] });
    const failed = {
      code: '000.00.00.H99',
      outcome: 'failed' as const,
      error: { code: 'RECIPIENT_UNKNOWN', detail: '' },
    };
    const recipients = [{ code: G22, outcome: 'accepted' as const }, failed];
    await axis.notify([{ key, kind: 'edoc', outcome: 'accepted', documentId: 'd-1', recipients }]);
    await axis.passOn('d-1', '03');
    await eventually(async () => {
      const seen = await detail(key);
      expect(seen).toMatchObject({ state: 'accepted', documentId: 'd-1' });
      expect(seen.recipients).toMatchObject([
        { code: G22, outcome: 'accepted', status: '03', history: [{ code: '03' }] },
        { outcome: 'failed', error: 'RECIPIENT_UNKNOWN' },
      ]);
    });
    expect(await axis.get('/api/v1/statistics')).toMatchObject({ sent: 1, outgoing: { byState: { accepted: 1 } } });
  });

  it('shows why the hub refused', async () => {
    const { key } = await axis.handIn();
    await axis.notify([{ key, kind: 'edoc', outcome: 'refused', code: 'SECRET_MARKING', detail: 'MẬT' }]);
    await eventually(async () => (await detail(key)).state === 'refused');
    expect(await detail(key)).toMatchObject({ code: 'SECRET_MARKING' });
  });

  it('keeps what was handed in while the broker was away, across a restart, and sends it when it is back', async () => {
    axis.hub.goAway();
    const { key } = await axis.handIn();
    expect((await detail(key)).state).toBe('queued');
    await axis.stopAgency();
    await axis.startAgency();
    axis.hub.comeBack();
    await eventually(() => axis.at('hub.edoc').length === 1);
    expect(axis.at('hub.edoc')[0]?.messageId).toBe(key);
  });

  it('submits again under the same key what nobody answered, and at every start', async () => {
    const { key } = await axis.handIn();
    await eventually(async () => (await detail(key)).state === 'submitted');
    await axis.stopAgency();
    await axis.startAgency({ RESUBMIT_AFTER_MS: '100' });
    await eventually(() => axis.at('hub.edoc').length >= 3);
    expect(new Set(axis.at('hub.edoc').map(({ messageId }) => messageId))).toEqual(new Set([key]));
    await axis.notify([{ key, kind: 'edoc', outcome: 'repeated', documentId: 'd-1' }]);
    await eventually(async () => (await detail(key)).state === 'accepted');
  });

  it('waits twice as long before each further submission of a document and of a status', async () => {
    await axis.stopAgency();
    await axis.startAgency({ RESUBMIT_AFTER_MS: '100' });
    const handedIn = Date.now();
    await axis.handIn();
    await eventually(() => axis.at('hub.edoc').length === 5);
    expect(Date.now() - handedIn).toBeGreaterThanOrEqual(100 + 200 + 400 + 800);
    await axis.deliver({ messageId: 'd-9' });
    await eventually(() => axis.at('hub.receipt').length === 1);
    const reported = Date.now();
    expect((await axis.send('POST', '/api/v1/documents/d-9/status', { code: '03' })).status).toBe(202);
    await eventually(() => axis.at('hub.status').length === 5);
    expect(Date.now() - reported).toBeGreaterThanOrEqual(100 + 200 + 400 + 800);
  });

  it('says of an attachment what is wrong with it', async () => {
    const form = { from: H53, to: [G22], subject: 'x', files: [{ name: 'a.pdf', base64: '%%%' }] };
    const { detail } = (await (await axis.send('POST', '/api/v1/documents', form)).json()) as { detail: string };
    expect(detail).toMatch(/a\.pdf.*base64/);
    expect(detail).not.toContain('…');
  });

  it('pages its list without gaps or repeats, newest first', async () => {
    for (const subject of ['một', 'hai', 'ba']) await axis.handIn({ subject });
    const first = await axis.get<{ items: { subject: string }[]; next: string }>('/api/v1/outgoing?limit=2');
    await axis.handIn({ subject: 'bốn' });
    const second = await axis.get<{ items: { subject: string }[]; next?: string }>(
      `/api/v1/outgoing?limit=2&cursor=${first.next}`,
    );
    expect([...first.items, ...second.items].map(({ subject }) => subject)).toEqual(['ba', 'hai', 'một']);
    expect(second.next).toBeUndefined();
  });

  it('asks one recipient to give a document back', async () => {
    const { key } = await axis.handIn();
    await axis.notify([
      { key, kind: 'edoc', outcome: 'accepted', documentId: 'd-1', recipients: [{ code: G22, outcome: 'accepted' }] },
    ]);
    await eventually(async () => (await detail(key)).state === 'accepted');
    const response = await axis.send('POST', `/api/v1/documents/${key}/status`, {
      recipient: G22,
      code: '13',
      reason: 'Gửi nhầm',
    });
    expect(response.status).toBe(202);
    await eventually(() => axis.at('hub.status').length === 1);
    const envelope = readEnvelope(axis.at('hub.status')[0]!.body);
    expect(envelope).toMatchObject({
      kind: 'status',
      status: { statusCode: '13', description: 'Gửi nhầm', from: { code: H53 }, responseFor: { organId: G22 } },
    });
    expect(axis.at('hub.status')[0]?.headers[HEADER.document]).toBeUndefined();
  });

  function postXml(body: Buffer): Promise<Response> {
    return axis.call('/api/v1/documents', {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'content-type': 'application/xml' },
    });
  }
});
