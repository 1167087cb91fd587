import { connect } from 'node:net';
import { AXIS_ERRORS } from '#core';
import { writeDocument, writeStatus } from '#edxml';
import { hashOfFile, signedHeaders } from '#wire';
import { sampleDocument } from '../../../test/support/sample-document.js';
import { eventually } from '../../../test/support/eventually.js';
import { VXP_CODES } from '../src/vxp/vxp-codes.js';
import {
  type Caller,
  expectFailure,
  ISSUER,
  PROVINCE,
  sendEdoc,
  signedCall,
  type VxpAnswer,
  VxpFixture,
} from './vxp-fixture.js';

const NOBODY: Caller = { systemId: 'vxp-nobody', secret: 'secret' };
const [G22, H53, BEN_CAU] = ['000.00.00.G22', '000.00.00.H53', '000.00.31.H53'] as const;
const EDOC = { servicetype: 'eDoc', messagetype: 'edoc' };

interface StatusWishes {
  readonly from?: string;
  readonly number?: string;
  readonly statusCode?: string;
  readonly description?: string;
}

describe('what the official client’s interface refuses', () => {
  let hub: VxpFixture;
  let delivered: string;
  let sentId: string;

  beforeAll(async () => {
    hub = await VxpFixture.withTwoSystems();
    sentId = String((await sendEdoc(hub.endpoint, ISSUER, document('01'), { from: G22 })).json['DocId']);
    const list = await call('getReceivedEdocList', PROVINCE, EDOC);
    delivered = (list.json['data'] as { docId: string }[])[0]?.docId ?? '';
  }, 90_000);
  afterAll(() => hub.close());

  const document = (number: string, wishes: Parameters<typeof sampleDocument>[0] = {}): Buffer =>
    Buffer.from(writeDocument(sampleDocument({ number, to: [H53], ...wishes })));
  const call = (operation: string, caller: Caller, parameters: Record<string, string> = {}): Promise<VxpAnswer> =>
    signedCall(`${hub.endpoint}/${operation}`, caller, { parameters });

  describe('a call', () => {
    type Spoiling = (headers: Record<string, string>) => void;
    const set =
      (name: string, value: string): Spoiling =>
      (headers) => {
        headers[`XroadVnpt-${name}`] = value;
      };
    const drop =
      (name: string): Spoiling =>
      (headers) => {
        Reflect.deleteProperty(headers, `XroadVnpt-${name}`);
      };

    it.each<[string, Spoiling]>([
      ['with another value than was signed', set('messagetype', 'status')],
      ['with a parameter that was not signed', set('fromDate', '2020/01/01')],
      ['without a parameter that was signed', drop('messagetype')],
      ['without signature', drop('hash-header')],
      ['without the signed text', drop('sign-header')],
      ['with a signed text that is no JSON', set('sign-header', '{')],
      [
        'with a changed signed text',
        (headers) => (headers['XroadVnpt-sign-header'] = `{ ${headers['XroadVnpt-sign-header']?.slice(1)}`),
      ],
      ['that says nothing was signed', set('sign-header-key', '')],
      ['that names what was not signed', (headers) => (headers['XroadVnpt-sign-header-key'] += ';to')],
      [
        'without a parameter that was signed, nor its name',
        (headers) => {
          drop('messagetype')(headers);
          headers['XroadVnpt-sign-header-key'] = 'systemid;servicetype;timestamp;Content-Type';
        },
      ],
      ['of another system', set('systemid', PROVINCE.systemId)],
      ['of no system', drop('systemid')],
    ])('%s fails with 15', async (_what, spoil) => {
      const answer = await signedCall(`${hub.endpoint}/getReceivedEdocList`, ISSUER, { parameters: EDOC, spoil });
      expectFailure(answer, '15');
    });

    it('of an unknown system, or with a wrong secret, fails with 15', async () => {
      expectFailure(await call('getAgenciesList', NOBODY), '15');
      expectFailure(await call('getAgenciesList', { ...ISSUER, secret: 'wrong' }), '15');
    });

    it('with a stray parameter that the operation does not know is answered', async () => {
      const spoil = (headers: Record<string, string>): void => void (headers['XroadVnpt-docId'] = 'of-another-call');
      const answer = await signedCall(`${hub.endpoint}/getAgenciesList`, ISSUER, { spoil });
      expect(answer.json['status']).toBe('OK');
    });

    it.each([-25, 25])('signed %i hours from now fails with 30', async (hours) => {
      const at = new Date(Date.now() + hours * 3_600_000);
      expectFailure(await call('getAgenciesList', { ...ISSUER, at }), '30');
    });

    it('to no operation, or by another method, fails with 48', async () => {
      expectFailure(await call('getEverything', ISSUER), '48');
      expectFailure(await signedCall(`${hub.endpoint}/getAgenciesList`, ISSUER, { method: 'GET' }), '48');
    });

    it.each([
      ['getReceivedEdocList', {}, '31'],
      ['getReceivedEdocList', { ...EDOC, servicetype: 'other' }, '32'],
      ['getReceivedEdocList', { ...EDOC, fromDate: '2020-01-01' }, '32'],
      ['getReceivedEdocList', { ...EDOC, fromDate: '2020/02/30' }, '32'],
      ['countReceiveEdoc', { servicetype: 'eDoc', messagetype: 'all' }, '32'],
      ['updateStatus', { docId: 'unknown', status: 'read' }, '32'],
      ['updateStatus', { status: 'done' }, '31'],
      ['updateStatus', { docId: 'unknown', status: 'done' }, '34'],
      ['getEdoc', { docId: 'unknown' }, '34'],
    ])('%s %j fails with %s', async (operation, parameters, code) => {
      expectFailure(await call(operation, ISSUER, parameters), code);
    });

    it('about a letter of another system fails with 34, and changes nothing', async () => {
      expectFailure(await call('getEdoc', ISSUER, { docId: delivered }), '34');
      expectFailure(await call('updateStatus', ISSUER, { docId: delivered, status: 'done' }), '34');
      expect((await hub.store.mailboxes.get(delivered))?.state).toBe('initial');
      const download = await signedCall(`${hub.endpoint}/downloadEdoc`, ISSUER, {
        method: 'GET',
        parameters: { docId: delivered },
      });
      expect(download).toMatchObject({ http: 404, text: '' });
    });
  });

  describe('a file', () => {
    const send = (file: Uint8Array, parameters: Record<string, string> = {}, caller = ISSUER): Promise<VxpAnswer> =>
      sendEdoc(hub.endpoint, caller, file, { from: G22, ...parameters });

    it.each<[string, () => Promise<VxpAnswer>, string]>([
      ['with another digest', () => send(document('02'), { 'hash-file': hashOfFile(Buffer.from('x')) }), '10'],
      ['without a digest', () => send(document('02'), { 'hash-file': '' }), '31'],
      ['from an agency of another system', () => send(document('02'), { from: H53 }), '19'],
      ['from an agency nobody knows', () => send(document('02'), { from: '000.00.00.X99' }), '19'],
      ['whose From is another agency', () => send(document('02', { from: BEN_CAU })), '19'],
      [
        'that is larger than a status may be',
        () => send(status({ description: 'x'.repeat(1_500_000) }), { messagetype: 'status' }),
        '21',
      ],
      ['to nobody known', () => send(document('02', { to: ['000.00.00.X99'] })), '18'],
      ['whose to header names fewer', () => send(document('02', { to: [H53, BEN_CAU] }), { to: `["${H53}"]` }), '33'],
      ['whose to header names more', () => send(document('02'), { to: `["${H53}","${BEN_CAU}"]` }), '33'],
      ['whose to header is no list', () => send(document('02'), { to: H53 }), '32'],
      ['that is no XML', () => send(Buffer.from('not xml')), '22'],
      ['that is empty', () => send(Buffer.alloc(0)), '22'],
      ['with a secret marking', () => send(document('02', { subject: 'TUYỆT MẬT: V/v kế hoạch' })), '38'],
      ['that is a status sent as a document', () => send(status()), '21'],
      ['that is a document sent as a status', () => send(document('02'), { messagetype: 'status' }), '21'],
      ['of another message type', () => send(document('02'), { messagetype: 'letter' }), '32'],
      ['that differs from the first of its identity', () => send(document('01', { subject: 'V/v khác' })), '37'],
    ])('%s is refused and nothing of it written', async (_what, attempt, code) => {
      const before = await hub.store.statistics.totals('2000-01-01', '2100-01-01');
      const answer = await attempt();
      expectFailure(answer, code);
      expect(answer.json['DocId']).toBe('');
      expect(await hub.store.statistics.totals('2000-01-01', '2100-01-01')).toEqual(before);
    });

    it('that differs from the first of its identity is told the first one’s number', async () => {
      const answer = await send(document('01', { subject: 'V/v khác' }));
      expect(answer.json['ErrorDesc']).toContain(sentId);
    });

    it('sent again as it was has the first number again, in either spelling of its digest', async () => {
      const file = document('01');
      expect((await send(file)).json).toMatchObject({ status: 'OK', DocId: sentId });
      const { createHash } = await import('node:crypto');
      const padded = createHash('sha256').update(file).digest('hex');
      expect((await send(file, { 'hash-file': padded })).json).toMatchObject({ status: 'OK', DocId: sentId });
    });

    it('with some unknown recipients goes to the known ones', async () => {
      const answer = await send(document('03', { to: [H53, '000.00.00.X99'] }));
      expect(answer.json['status']).toBe('OK');
      const list = await call('getSentEdocList', ISSUER, { ...EDOC, docId: String(answer.json['DocId']) });
      expect(list.json['data']).toMatchObject([{ toCode: H53 }, { toCode: '000.00.00.X99', sendStatus: 'fail' }]);
    });

    it('to 5,001 recipients, named in 100 KB of headers, is refused with 36', async () => {
      const to = Array.from({ length: 5_001 }, (_, index) => `${String(index).padStart(3, '0')}.00.00.X${index % 100}`);
      expectFailure(await send(document('04', { to }), { to: JSON.stringify(to) }), '36');
    });

    it('cut off on its way leaves nothing behind', async () => {
      const before = await hub.store.statistics.totals('2000-01-01', '2100-01-01');
      const file = document('05', { attachmentBytes: 600_000 });
      const { port } = new URL(hub.endpoint);
      const parameters = { ...EDOC, 'hash-file': hashOfFile(file), from: G22 };
      const headers = signedHeaders({ ...ISSUER, parameters, contentType: 'application/octet-stream', at: new Date() });
      const socket = connect(Number(port), '127.0.0.1');
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`POST /vxp/sendEdoc HTTP/1.1\r\nHost: x\r\nContent-Length: ${file.length}\r\n${lines.join('')}\r\n`);
      await new Promise<void>((resolve) => socket.write(file.subarray(0, 500_000), () => resolve()));
      await eventually(async () => (await hub.drafts()) === 1);
      socket.destroy();
      await eventually(async () => (await hub.drafts()) === 0);
      expect(await hub.store.statistics.totals('2000-01-01', '2100-01-01')).toEqual(before);
    });
  });

  describe('a status', () => {
    const send = (file: Uint8Array, from: string, caller: Caller): Promise<VxpAnswer> =>
      sendEdoc(hub.endpoint, caller, file, { from, messagetype: 'status' });

    it.each<[string, () => Promise<VxpAnswer>, string]>([
      ['for a document that does not exist', () => send(status({ number: '99' }), H53, PROVINCE), '41'],
      ['from an agency that did not get it', () => send(status({ from: BEN_CAU }), BEN_CAU, PROVINCE), '42'],
      ['in the name of another system’s agency', () => send(status(), H53, ISSUER), '19'],
      ['whose header names another agency', () => send(status(), BEN_CAU, PROVINCE), '33'],
      ['with an unknown code', () => send(status({ statusCode: '99' }), H53, PROVINCE), '40'],
      ['that asks a document back as its recipient', () => send(status({ statusCode: '13' }), H53, PROVINCE), '42'],
    ])('%s is refused', async (_what, attempt, code) => {
      expectFailure(await attempt(), code);
    });
  });

  function status({ from = H53, number = '01', statusCode = '03', description = 'Lý do' }: StatusWishes = {}): Buffer {
    return Buffer.from(
      writeStatus({
        from: { code: from, name: 'Cơ quan', address: '', email: '' },
        responseFor: {
          organId: G22,
          code: `${number}/VPCP-KSTT`,
          promulgatedOn: '2020-02-04',
          documentId: `${G22},2020/02/04,${number}/VPCP-KSTT`,
        },
        staff: { department: 'Văn thư', staff: 'Lê Văn C', mobile: '', email: '' },
        statusCode,
        description,
        at: '2020/02/05 08:00:00',
      }),
    );
  }

  it('gives every refusal of documents and statuses a number other than that of a fault of the axis', () => {
    const refusals = Object.entries(AXIS_ERRORS).filter(([, { kind }]) => kind === 'refusal');
    const elsewhere =
      /^(ACCOUNT_|TOKEN_|BODY_(UNKNOWN|NOT_YOURS|DIGEST|INLINE)|IDEMPOTENCY|DEAD_LETTER|SYSTEM_|RECEIPT_|SENDER_UNVERIFIED|SIMULATED_TIME|DOCUMENT_UNKNOWN|SUBMISSION_POISONED|UNROUTABLE)/;
    const missing = refusals.map(([code]) => code).filter((code) => !(code in VXP_CODES) && !elsewhere.test(code));
    expect(missing).toEqual([]);
  });
});
