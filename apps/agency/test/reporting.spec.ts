import { readEnvelope, type StatusMessage } from '#edxml';
import { eventually } from '../../../test/support/eventually.js';
import { AgencyFixture, BEN_CAU, edxml, G22, H53, statusEdxml } from './agency-fixture.js';

const ID = '0190a000-0000-7000-8000-000000000001';
const QUICK = { OFFICE: 'on', OFFICE_DELAYS_MS: '03:1,04:2,05:3,06:4' };

let axis: AgencyFixture;

afterEach(() => axis.close());

function statuses(): StatusMessage[] {
  return axis.at('hub.status').map(({ body }) => {
    const envelope = readEnvelope(body);
    if (envelope.kind !== 'status') throw new Error('Not a status.');
    return envelope.status;
  });
}

async function received(recipients = [H53]): Promise<void> {
  await axis.deliver({ messageId: ID }, recipients);
  await eventually(() => axis.at('hub.receipt').length > 0);
}

function report(body: unknown, id = ID): Promise<Response> {
  return axis.send('POST', `/api/v1/documents/${id}/status`, body);
}

describe('Reporting by hand', () => {
  beforeEach(async () => {
    axis = await AgencyFixture.start();
    await received();
  });

  it('sends the status as edXML about the document it names', async () => {
    expect((await report({ code: '03' })).status).toBe(202);
    await eventually(() => statuses().length === 1);
    expect(statuses()[0]).toMatchObject({
      ...{ statusCode: '03', description: 'Đã tiếp nhận văn bản, vào sổ văn bản đến', from: { code: H53 } },
      responseFor: { organId: G22, code: expect.stringMatching(/^0123\//) as string },
    });
    expect(axis.at('hub.status')[0]).toMatchObject({ key: 'status', type: 'status', userId: 'h53' });
    expect(await axis.get(`/api/v1/documents/${ID}`)).toMatchObject({
      recipients: [{ status: '03' }],
      reports: [{ code: '03' }],
    });
  });

  it('keeps a report while the broker is away, across a restart', async () => {
    axis.hub.goAway();
    expect((await report({ code: '02', reason: 'Gửi nhầm' })).status).toBe(202);
    await axis.stopAgency();
    await axis.startAgency();
    axis.hub.comeBack();
    await eventually(() => statuses().length === 1);
    expect(statuses()[0]).toMatchObject({ statusCode: '02', description: 'Gửi nhầm' });
  });

  it.each([
    ['a refusal without a reason', { code: '02' }, 400, 'REQUEST_INVALID'],
    ['an agreement nobody asked for', { code: '15' }, 409, 'STATUS_IMPOSSIBLE'],
    ['a code that does not exist', { code: '77' }, 422, 'STATUS_CODE_UNKNOWN'],
    ['the receipt, which the system sends itself', { code: '01' }, 400, 'REQUEST_INVALID'],
    ['an agency that did not get it', { code: '03', recipient: BEN_CAU }, 403, 'STATUS_NOT_RECIPIENT'],
    ['a request that is none', { status: '03' }, 400, 'REQUEST_INVALID'],
  ])('refuses %s', async (_what, body, status, code) => {
    const response = await report(body);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  });

  it.each([
    ['badly nested', edxml().toString().replace('</edXML:Subject>', '</edXML:Subjekt>'), 'EDXML_NOT_XML'],
    ['of another name', '<Edoc>edXML</Edoc>', 'EDXML_WRONG_ROOT'],
    ['a status', statusEdxml('03').toString(), 'REQUEST_INVALID'],
  ])('says what is wrong with a document that is %s', async (_what, body, code) => {
    const broken = ID.replace(/1$/, '2');
    await axis.deliver({ messageId: broken, body: Buffer.from(body) });
    await eventually(() => axis.at('hub.receipt').length === 2);
    const problem = (await (await report({ code: '03' }, broken)).json()) as { code: string; detail: string };
    expect(problem.code).toBe(code);
    expect(problem.detail).not.toContain('…');
  });

  it('refuses to go back', async () => {
    await report({ code: '06' });
    expect((await report({ code: '03' })).status).toBe(409);
  });

  it('asks which agency is meant when several got the document', async () => {
    await received([H53, BEN_CAU]);
    await eventually(
      async () => (await axis.get<{ recipients: unknown[] }>(`/api/v1/documents/${ID}`)).recipients.length === 2,
    );
    expect((await report({ code: '03' })).status).toBe(400);
    expect((await report({ code: '03', recipient: BEN_CAU })).status).toBe(202);
  });

  it('agrees to give a document back once it was asked to', async () => {
    await axis.passOn(ID, '13', H53);
    await eventually(async () => (await report({ code: '15' })).status === 202);
    await eventually(() => statuses().some(({ statusCode }) => statusCode === '15'));
  });
});

describe('The simulated office', () => {
  it('reports 03, 04, 05 and 06 one after the other', async () => {
    axis = await AgencyFixture.start(QUICK);
    await received();
    await eventually(() => statuses().length === 4);
    expect(statuses().map(({ statusCode }) => statusCode)).toEqual(['03', '04', '05', '06']);
    expect(await axis.get(`/api/v1/documents/${ID}`)).toMatchObject({ recipients: [{ status: '06' }] });
  });

  it('refuses its share, with a reason, and says nothing more', async () => {
    axis = await AgencyFixture.start({ ...QUICK, OFFICE_REFUSE_PERCENT: '100' });
    await received([H53, BEN_CAU]);
    await eventually(() => statuses().length === 2);
    expect(statuses()[0]).toMatchObject({ statusCode: '02', description: expect.stringMatching(/\.$/) as string });
    expect(await axis.get(`/api/v1/documents/${ID}`)).toMatchObject({
      recipients: [{ status: '02' }, { status: '02' }],
    });
  });

  it('goes on after a restart where it stopped', async () => {
    axis = await AgencyFixture.start({ ...QUICK, OFFICE_DELAYS_MS: '03:1,04:600' });
    await received();
    await eventually(() => statuses().length === 1);
    await axis.stopAgency();
    await axis.startAgency();
    await eventually(() => statuses().some(({ statusCode }) => statusCode === '04'));
  });

  it('does nothing while it is off, and can be switched on', async () => {
    axis = await AgencyFixture.start({ ...QUICK, OFFICE: 'off' });
    await received();
    const on = { isOn: true, delaysMs: { '03': 0 }, refusePercent: 0 };
    expect(await (await axis.send('PUT', '/api/v1/office', on)).json()).toEqual(on);
    expect(await axis.get('/api/v1/office')).toEqual(on);
    await axis.deliver({ messageId: ID.replace(/1$/, '2') });
    await eventually(() => statuses().length === 1);
    expect(await axis.get(`/api/v1/documents/${ID}`)).toMatchObject({ recipients: [{ status: '01' }] });
  });

  it('holds its planned steps while it is switched off', async () => {
    axis = await AgencyFixture.start({ ...QUICK, OFFICE_DELAYS_MS: '03:200' });
    const arrived = Date.now();
    await received();
    const off = { isOn: false, delaysMs: { '03': 200 }, refusePercent: 0 };
    await axis.send('PUT', '/api/v1/office', off);
    await eventually(() => Date.now() > arrived + 600);
    expect(statuses()).toHaveLength(0);
    await axis.send('PUT', '/api/v1/office', { ...off, isOn: true });
    await eventually(() => statuses().length === 1);
  });

  it('lays a document aside once a person has reported on it', async () => {
    axis = await AgencyFixture.start({ ...QUICK, OFFICE_DELAYS_MS: '03:60000' });
    await received();
    expect((await report({ code: '05' })).status).toBe(202);
    await eventually(() => statuses().length === 1);
    expect(await axis.get(`/api/v1/documents/${ID}`)).toMatchObject({ recipients: [{ status: '05' }] });
  });
});
