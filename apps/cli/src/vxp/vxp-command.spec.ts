import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocument } from '#edxml';
import { hashOfFile, hmacOf } from '#wire';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { runTruc } from '../program.js';

const OK = { status: 'OK', ErrorCode: '0', ErrorDesc: 'Thanh cong' };
const KEYS = ['--system', 'vxp.test.01', '--secret', 's3cret'];
const TIME = '2026/01/31 08:00:00';

interface Asked {
  readonly call: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let folder: string;
let url: string;
let environment: Record<string, string>;
let reply: { status?: number; body: unknown };
let asked: Asked[];

beforeEach(async () => {
  asked = [];
  reply = { body: OK };
  folder = mkdtempSync(join(tmpdir(), 'truc vxp-'));
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      asked.push({ call: `${request.method} ${request.url}`, headers: request.headers, body });
      const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
      response.writeHead(reply.status ?? 200).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  environment = { TRUC_DATA: folder, HUB_URL: url };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function vxp(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const code = await runTruc(['vxp', ...args], { streams, environment });
  return { code, out, err };
}

const last = (): Asked => asked.at(-1) as Asked;
const sent = (name: string): unknown => last().headers[`xroadvnpt-${name}`];

describe('truc vxp', () => {
  it.each([
    [['agencies'], 'getAgenciesList', { data: [{ code: 'A', name: 'Bến Cầu' }] }, /Bến Cầu/],
    [['agencies', '--level', '2'], 'getAgenciesListQD20', { data: [{ code: 'H53', code102: 'A' }] }, /H53/],
    [['agencies', '--units'], 'getSynchronizeUnit', { data: [{ code: 'A', version: 3, deleted: true }] }, /3.*có/],
    [['delete', '000.00.31.H53'], 'deleteAgency', {}, /Thanh cong/],
    [['list'], 'getReceivedEdocList', { data: [{ docId: 'r-1', from: 'A', created_time: TIME }] }, /r-1.*A.*2026/],
    [['list', '--status'], 'getReceivedEdocList', { data: [] }, /Danh sách trống/],
    [['sent'], 'getSentEdocList', { data: [{ senderDocId: 's-1', toCode: 'B', receiveStatus: '03' }] }, /s-1.*B.*03/],
    [['sent', 's-1', '--status'], 'getSentEdocList', { data: [] }, /docId=s-1/],
    [['count'], 'countReceiveEdoc', { count: 7 }, /^7$/m],
    [['count', '--status'], 'countReceiveStatus', { count: 0 }, /^0$/m],
    [['processing', 'r-1'], 'updateStatus', {}, /docId=r-1 status=processing/],
    [['done', 'r-1'], 'updateStatus', {}, /status=done/],
    [['fail', 'r-1'], 'updateStatus', {}, /status=fail/],
  ])('%p calls %s, and shows call and reply', async (args, operation, fields, shown) => {
    reply = { body: { ...OK, ...fields } };
    const { code, out, err } = await vxp(...args, ...KEYS);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(last().call).toBe(`POST /vxp/${operation}`);
    expect(sent('systemid')).toBe('vxp.test.01');
    expect(sent('hash-header')).toBe(hmacOf('s3cret', String(sent('sign-header'))));
    expect(out).toContain(`→ POST ${url}/vxp/${operation}`);
    expect(out).toContain('← OK 0 Thanh cong');
    expect(out).toMatch(shown);
  });

  it('lists statuses and days as asked', async () => {
    reply = { body: { ...OK, data: [] } };
    await vxp('list', '--status', '--from-date', '2026-01-31', '--to-date', '2026/02/01', ...KEYS);
    expect([sent('messagetype'), sent('fromdate'), sent('todate')]).toEqual(['status', '2026/01/31', '2026/02/01']);
  });

  it('registers an agency', async () => {
    const given = [
      '--code',
      '000.00.31.H53',
      '--name',
      'UBND huyện Bến Cầu',
      '--mail',
      'm@h53',
      '--parent',
      '000.00.00.H53',
    ];
    expect((await vxp('register', ...given, ...KEYS)).code).toBe(0);
    expect(JSON.parse(last().body)).toMatchObject({ name: 'UBND huyện Bến Cầu', pcode: '000.00.00.H53', fax: '' });
  });

  it('sends a file, from whom the file says', async () => {
    const edxml = writeDocument(sampleDocument({ from: '000.00.00.G22' }));
    const path = join(folder, 'cv.edxml');
    writeFileSync(path, edxml);
    reply = { body: { ...OK, DocId: 's-1' } };
    const { code, out } = await vxp('send', path, '--to', 'A,B', ...KEYS);
    expect(code).toBe(0);
    expect(out).toContain('DocId s-1');
    expect(last().body).toBe(`${edxml.toString()}\r\n`);
    expect(sent('hash-file')).toBe(hashOfFile(edxml));
    expect([sent('from'), sent('to'), sent('messagetype')]).toEqual(['000.00.00.G22', '["A","B"]', 'edoc']);
  });

  it.each(['vi', 'en'])('says of sender and recipients what `truc send` says (%s)', async (lang) => {
    const helpOf = async (...command: string[]): Promise<string> => {
      let out = '';
      const streams = { out: (text: string) => void (out += text), err: () => undefined };
      await runTruc([...command, '--help', '--lang', lang], { streams, environment });
      return out;
    };
    const [plain, asClient] = [await helpOf('send'), await helpOf('vxp', 'send')];
    for (const option of ['--from <code>', '--to <codes...>']) {
      const [, text = ''] = new RegExp(`${option.replaceAll('.', '\\.')} +(.+)`).exec(plain) ?? [];
      expect(text).not.toBe('');
      expect(asClient).toMatch(new RegExp(`${option.replaceAll('.', '\\.')} +${text}`));
    }
  });

  it('sends what is no edXML too, when told from whom', async () => {
    writeFileSync(join(folder, 'x'), 'x');
    reply = { body: { ...OK, DocId: 's-1' } };
    expect((await vxp('send', join(folder, 'x'), '--status', '--from', 'A', ...KEYS)).code).toBe(0);
    expect([last().body, sent('messagetype')]).toEqual(['x\r\n', 'status']);
    expect((await vxp('send', join(folder, 'missing'), ...KEYS)).code).toBe(2);
  });

  it('saves a document it gets or downloads', async () => {
    const content = '<edXML>Bến Cầu</edXML>\r\n';
    const out = join(folder, 'out.edxml');
    reply = { body: { ...OK, data: Buffer.from(content).toString('base64') } };
    const got = await vxp('get', 'r-1', '--out', out, ...KEYS, '--json');
    expect(JSON.parse(got.out)).toEqual({ docId: 'r-1', file: out, bytes: Buffer.byteLength(content) });
    expect(readFileSync(out, 'utf8')).toBe(content);
    reply = { body: '<edXML/>' };
    expect((await vxp('download', 'r-1', '--out', out, ...KEYS)).out).toContain(`8 byte vào ${out}`);
    expect(readFileSync(out, 'utf8')).toBe('<edXML/>');
    reply = { status: 404, body: '' };
    const refused = await vxp('download', 'r-2', '--out', out, ...KEYS);
    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/r-2[^]*→ .*truc vxp get r-2/) as unknown });
    expect(readdirSync(folder)).toEqual(['out.edxml']);
    reply = { body: '<edXML/>' };
    const lost = await vxp('download', 'r-1', '--out', join(folder, 'no', 'out'), ...KEYS);
    expect(lost).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') as unknown });
  });

  it('ends with 1 on FAIL, and says code and description', async () => {
    reply = { body: { status: 'FAIL', ErrorCode: '15', ErrorDesc: 'Sai chữ ký' } };
    const { code, err } = await vxp('count', ...KEYS);
    expect({ code, err }).toEqual({ code: 1, err: 'FAIL 15: Sai chữ ký\n' });
    const machine = await vxp('count', ...KEYS, '--json');
    expect(machine.out).toBe('');
    expect(machine.err).toContain('{"code":"15","detail":"FAIL 15: Sai chữ ký","exitCode":1}\n');
  });

  it('calls a reply strange that the official client could not read', async () => {
    reply = { body: { status: 'OK', ErrorCode: '0', count: 1 } };
    expect(await vxp('count', ...KEYS)).toMatchObject({
      code: 1,
      err: expect.stringContaining('ErrorDesc') as unknown,
    });
  });

  it('prints the whole reply and nothing else with --json', async () => {
    reply = { body: { ...OK, count: 7, later: true } };
    const { out } = await vxp('count', ...KEYS, '--json');
    expect(JSON.parse(out)).toEqual({ ...OK, count: 7, later: true });
  });

  it('takes system and secret from the environment, and says what is missing', async () => {
    environment['VXP_SYSTEM'] = 'from-environment';
    expect(await vxp('count')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--secret[^]*VXP_SECRET/) as unknown,
    });
    environment['VXP_SECRET'] = 's3cret';
    reply = { body: { ...OK, count: 7 } };
    expect((await vxp('count')).code).toBe(0);
    expect(sent('systemid')).toBe('from-environment');
  });

  it('calls another endpoint', async () => {
    reply = { body: { ...OK, count: 7 } };
    await vxp('count', ...KEYS, '--endpoint', `${url}/a/b/`);
    expect(last().call).toBe('POST /a/b/countReceiveEdoc');
    expect((await vxp('count', ...KEYS, '--endpoint', 'somewhere')).code).toBe(2);
  });

  it('ends with 4 when nobody answers', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect((await vxp('count', ...KEYS)).code).toBe(4);
  });

  it.each([['count'], ['download', 'r-1'], ['get', 'r-1'], ['send', 'FILE', '--from', 'A']])(
    'with --curl prints the command for %p and calls nobody',
    async (...args) => {
      const path = join(folder, 'FILE');
      writeFileSync(path, '<edXML/>');
      const given = args.map((arg) => (arg === 'FILE' ? path : arg));
      const { code, out } = await vxp(...given, ...KEYS, '--curl');
      expect(code).toBe(0);
      expect(asked).toEqual([]);
      const stub = `curl() { printf '%s\\n' "$@"; cat; }`;
      const handed = execFileSync('sh', ['-c', `${stub}\n${out}`], { input: '', encoding: 'utf8' });
      expect(handed).toContain(`${url}/vxp/`);
      expect(handed).toContain('XroadVnpt-systemid: vxp.test.01');
      expect(handed.endsWith('<edXML/>\r\n')).toBe(args[0] === 'send');
    },
  );
});
