import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Server } from 'node:http';
import { writeDocument } from '#edxml';
import { sampleDocument } from '../../../test/support/sample-document.js';
import {
  type Caller,
  expectFailure,
  ISSUER,
  mailboxSystem,
  PROVINCE,
  sendEdoc,
  signedCall,
  type VxpAnswer,
  VxpFixture,
} from './vxp-fixture.js';

const [G22, H53, BEN_CAU] = ['000.00.00.G22', '000.00.00.H53', '000.00.31.H53'] as const;
const EDOC = { servicetype: 'eDoc', messagetype: 'edoc' };

describe('the official client’s interface', () => {
  let hub: VxpFixture;
  beforeAll(async () => {
    hub = await VxpFixture.withTwoSystems();
  }, 90_000);
  afterAll(() => hub.close());

  const document = (number: string, wishes: Parameters<typeof sampleDocument>[0] = {}): Buffer =>
    writeDocument(sampleDocument({ number, to: [H53], ...wishes }));
  const call = (operation: string, caller: Caller, parameters: Record<string, string> = {}): Promise<VxpAnswer> =>
    signedCall(`${hub.endpoint}/${operation}`, caller, { parameters });

  describe('what a system may change in the directory', () => {
    const register = (caller: Caller, body: object): Promise<VxpAnswer> =>
      signedCall(`${hub.endpoint}/registerAgency`, caller, { body: Buffer.from(JSON.stringify(body)) });
    const remove = (caller: Caller, code: string): Promise<VxpAnswer> =>
      call('deleteAgency', caller, { AgencyCode: code });
    const agency = (code: string): object => ({ id: '', pcode: '', code, name: 'Đơn vị', mail: 'vt@example.vn' });

    it.each<[string, () => Promise<VxpAnswer>, string]>([
      ['registers an agency of another province', () => register(ISSUER, agency('000.00.77.H53')), '35'],
      ['registers its own top agency', () => register(PROVINCE, agency(H53)), '35'],
      ['deletes its own top agency', () => remove(PROVINCE, H53), '35'],
      ['deletes an agency of another system', () => remove(ISSUER, BEN_CAU), '35'],
      ['deletes what nobody knows', () => remove(PROVINCE, '000.00.88.H53'), '46'],
      ['registers a code that is none', () => register(PROVINCE, agency('H-53')), '45'],
      ['registers without a name', () => register(PROVINCE, { code: '000.00.77.H53', mail: 'a@b.vn' }), '31'],
      [
        'names another parent than the code does',
        () => register(PROVINCE, { ...agency('000.00.77.H53'), pcode: G22 }),
        '32',
      ],
      ['sends 70 KB', () => register(PROVINCE, { ...agency('000.00.77.H53'), fax: '0'.repeat(70_000) }), '21'],
      ['sends no JSON', () => signedCall(`${hub.endpoint}/registerAgency`, PROVINCE, { body: Buffer.from('x') }), '21'],
    ])('a system that %s is refused', async (_what, attempt, code) => {
      expectFailure(await attempt(), code);
    });

    it('a system that registers an agency below its own gets its documents, and may delete it', async () => {
      expect((await register(PROVINCE, agency('000.00.77.H53'))).json['status']).toBe('OK');
      const sent = await sendEdoc(hub.endpoint, ISSUER, document('06', { to: ['000.00.77.H53'] }), { from: G22 });
      expect(sent.json['status']).toBe('OK');
      const list = await call('getReceivedEdocList', PROVINCE, EDOC);
      expect(list.json['data']).toContainEqual(expect.objectContaining({ to: '000.00.77.H53' }));
      expect((await remove(PROVINCE, '000.00.77.H53')).json['status']).toBe('OK');
    });

    it('a system changes nothing that a nearer one serves, also when another hub has enrolled that one just now', async () => {
      await hub.store.registry.addSystem(mailboxSystem({ systemId: 'vxp-near', secret: 'near' }, [BEN_CAU]));
      expectFailure(await remove(PROVINCE, BEN_CAU), '35');
      expectFailure(await register(PROVINCE, agency('000.21.31.H53')), '35');
      expect(await hub.store.registry.getAgency(BEN_CAU)).toBeDefined();
      expect((await hub.store.registry.getSystem('vxp-near'))?.codes).toEqual([BEN_CAU]);
    });
  });

  it('takes long headers here, and answers 431 elsewhere over 16 KB', async () => {
    const spoil = (headers: Record<string, string>): void => void (headers['X-Long'] = 'x'.repeat(500_000));
    expect((await signedCall(`${hub.endpoint}/getAgenciesList`, ISSUER, { spoil })).json['status']).toBe('OK');
    const elsewhere = await signedCall(`${hub.url}/health`, ISSUER, { spoil, method: 'GET' });
    expect(elsewhere).toMatchObject({ http: 431, json: { code: 'HEADERS_TOO_LARGE' } });
  });

  it('sets an upload no time, but the headers before it, and whoever falls silent', async () => {
    let server: Server | undefined;
    const notice = (message: unknown): void => void ({ server } = message as { server: Server });
    subscribe('http.server.request.start', notice);
    await call('getAgenciesList', ISSUER);
    unsubscribe('http.server.request.start', notice);
    expect(server).toMatchObject({ requestTimeout: 0, headersTimeout: 60_000, timeout: 120_000 });
  });
});
