import { rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../../test/support/eventually.js';
import { CommandLine, problem } from '../../../test/support/command-line.js';

const TIME = '2026-01-02T10:00:00.000+07:00';

let line: CommandLine;
beforeEach(async () => {
  line = await CommandLine.open();
});
afterEach(() => line.close());

describe('truc', () => {
  describe('wrong use ends with 2 and the way to help', () => {
    it.each([
      [['nothing-of-the-kind']],
      [['stats', '--nothing-of-the-kind']],
      [['stats', '--by', 'moon']],
      [['fault', 'earthquake', '--system', 'h53']],
      [['inbox']],
      [['resend', '--system', 'h53', '--since', 'last year']],
      [['systems', 'add', 'h53']],
    ])('truc %p', async (args) => {
      const { code, out, err } = await line.truc(...args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/--help/);
      expect(err).not.toMatch(/\n\s+at /);
    });

    it('a system that is not there is named beside those that are', async () => {
      await line.keepSystem('h53', ['000.00.00.H53']);
      const { code, err } = await line.truc('inbox', '--system', 'h35');
      expect(code).toBe(2);
      expect(err).toMatch(/h35[^]*→ Các hệ thống có ở đây: h53/);
    });

    it('a sender nobody here speaks for', async () => {
      await line.keepSystem('h53', ['000.00.00.H53']);
      const { code, err } = await line.truc(
        'send',
        '--from',
        '000.00.00.G22',
        '--to',
        '000.00.00.H53',
        '--subject',
        'x',
      );
      expect(code).toBe(2);
      expect(err).toMatch(/000\.00\.00\.G22/);
    });

    it('a code of no known form', async () => {
      const { code, err } = await line.truc('send', '--from', 'Tây Ninh', '--to', '000.00.00.H53', '--subject', 'x');
      expect(code).toBe(2);
      expect(err).toMatch(/AGENCY_CODE_MALFORMED/);
    });

    it('a file that is not there', async () => {
      const { code, err } = await line.truc('send', join(line.data, 'missing.edxml'));
      expect(code).toBe(2);
      expect(err).toMatch(/missing\.edxml \(ENOENT\)/);
    });
  });

  it('shows help on stdout and ends with 0', async () => {
    const { code, out } = await line.truc('--help');
    expect(code).toBe(0);
    for (const name of 'up down reset send inbox documents status trace stats report verify systems agencies account token dlq resend fault replay load vxp doctor'.split(
      ' ',
    ))
      expect(out).toContain(`\n  ${name}`);
    expect(out).toContain('0 xong, 1 thất bại, 2 dùng sai, 3 một số nơi nhận lỗi, 4 không tới được trục');
  });

  it('speaks English when asked, wherever the option stands', async () => {
    expect((await line.truc('--lang', 'en', '--help')).out).toContain('start RabbitMQ, the hub and five systems');
    expect((await line.truc('stats', '--help', '--lang=en')).out).toContain('documents sent and received');
  });

  it('ends with 4 when the hub does not answer, naming the address and the next step', async () => {
    await line.hangUp();
    const { code, err } = await line.truc('stats');
    expect(code).toBe(4);
    expect(err).toContain(line.url);
    expect(err).toMatch(/→ .*truc up/);
  });

  it('ends with 4 when no hub ever ran here', async () => {
    rmSync(join(line.data, 'hub'), { recursive: true });
    expect((await line.truc('stats')).code).toBe(4);
  });

  it('ends with 1 when the hub says no, with its sentence and remedy', async () => {
    line.answers['GET /api/v1/documents/x/trace'] = { status: 404, body: problem('DOCUMENT_UNKNOWN', 404) };
    const { code, out, err } = await line.truc('trace', 'x');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe('DOCUMENT_UNKNOWN: chi tiết\n→ cách chữa\n');
  });

  it('tells failures as JSON too', async () => {
    line.answers['GET /api/v1/documents/x/trace'] = { status: 404, body: problem('DOCUMENT_UNKNOWN', 404) };
    const { err } = await line.truc('trace', 'x', '--json');
    expect(JSON.parse(err)).toEqual({
      code: 'DOCUMENT_UNKNOWN',
      detail: 'DOCUMENT_UNKNOWN: chi tiết',
      remedy: 'cách chữa',
      exitCode: 1,
    });
  });

  it('prints the sentence, the figures and the ledger, and only JSON with --json', async () => {
    const figures = {
      from: '2019-03-12',
      to: '2020-04-17',
      asOf: TIME,
      sent: 387377,
      received: 1281574,
      sentence: 'Từ ngày…',
    };
    const ledger = { asOf: TIME, made: 10, received: 7, waiting: 2, expired: 0, withdrawn: 0, failed: 1, addsUp: true };
    const none = { received: 0, recalls: 0, updates: 0, refused: 0, finished: 0 };
    const tier = { tier: 'province', sent: 1234567, ...none, agencies: 1 };
    line.answers['GET /api/v1/statistics/totals'] = { body: figures };
    line.answers['GET /api/v1/statistics/ledger'] = { body: ledger };
    line.answers['GET /api/v1/statistics/by-tier'] = {
      body: { asOf: TIME, items: [tier] },
    };
    const people = await line.truc('stats', '--by', 'tier');
    expect(people.code).toBe(0);
    expect(people.out).toContain('Từ ngày…');
    expect(people.out).toMatch(/Cấp tỉnh .* 1\.234\.567/);
    expect(people.out).toContain('10 bản gửi = 7 đã nhận + 2 chờ + 0 hết hạn + 0 thu hồi + 1 lỗi: khớp');
    const machine = await line.truc('stats', '--by', 'tier', '--json');
    expect(JSON.parse(machine.out)).toEqual({ totals: figures, ledger, by: 'tier', items: [tier] });
    expect(line.asked[0]?.authorization).toBe('Bearer the-operators-token');
  });

  it('enrols a system and shows its secret once', async () => {
    line.answers['POST /api/v1/systems'] = { body: { name: 'h35', codes: ['000.00.00.H35'], secret: 'shown-once' } };
    const { code, out } = await line.truc('systems', 'add', 'h35', '--for', '000.00.00.H35');
    expect(code).toBe(0);
    expect(out).toContain('shown-once');
    expect(JSON.parse(line.asked[0]?.body ?? '')).toEqual({
      name: 'h35',
      codes: ['000.00.00.H35'],
      arrivals: false,
      poll: false,
    });
  });

  it('enrols a system that polls, and says where its client finds the axis', async () => {
    line.answers['POST /api/v1/systems'] = { body: { name: 'h35', codes: ['000.00.00.H35'], secret: 'shown-once' } };
    const { code, out } = await line.truc('systems', 'add', 'h35', '--for', '000.00.00.H35', '--poll');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`${line.url}/vxp\n[^]*shown-once`));
    expect(JSON.parse(line.asked[0]?.body ?? '')).toMatchObject({ name: 'h35', poll: true });
  });

  it('gives a system a new secret and shows it once; one of this machine runs with it from then on', async () => {
    await line.keepSystem('h53', ['000.00.00.H53']);
    line.answers['POST /api/v1/systems/h53/secret'] = { body: { name: 'h53', secret: 'shown-once' } };
    const { code, out } = await line.truc('systems', 'renew-secret', 'h53');
    expect(code).toBe(0);
    expect(out.match(/shown-once/g)).toHaveLength(1);
    expect(out).toMatch(/truc down.*truc up/);
    const kept: unknown = JSON.parse(await readFile(join(line.data, 'systems', 'h53.json'), 'utf8'));
    expect(kept).toMatchObject({ name: 'h53', secret: 'shown-once', token: 'its-own-token' });
  });

  it('keeps nothing of a new secret for a system that this machine does not run, or that nobody knows', async () => {
    line.answers['POST /api/v1/systems/h35/secret'] = { body: { name: 'h35', secret: 'shown-once' } };
    const { code, out } = await line.truc('systems', 'renew-secret', 'h35', '--json');
    expect({ code, told: JSON.parse(out) as unknown }).toEqual({
      code: 0,
      told: { name: 'h35', secret: 'shown-once' },
    });
    await expect(stat(join(line.data, 'systems'))).rejects.toThrow(/ENOENT/);
    line.answers['POST /api/v1/systems/h99/secret'] = { status: 404, body: problem('SYSTEM_UNKNOWN', 404) };
    expect(await line.truc('systems', 'renew-secret', 'h99')).toMatchObject({ code: 1, out: '' });
  });

  it.each(['systems remove h53', 'reset'])(
    'truc %s asks first, and without a terminal does nothing',
    async (command) => {
      const { code, err } = await line.truc(...command.split(' '));
      expect(code).toBe(1);
      expect(err).toMatch(/--yes/);
      expect(line.asked).toEqual([]);
      await expect(stat(join(line.data, 'hub', 'operator-token'))).resolves.toBeDefined();
    },
  );

  it('reset wipes what the project keeps, and nothing else', async () => {
    await writeFile(join(line.data, 'letter.txt'), 'somebody else');
    expect((await line.truc('reset', '--yes')).code).toBe(0);
    await expect(stat(join(line.data, 'hub'))).rejects.toThrow(/ENOENT/);
    await expect(readFile(join(line.data, 'letter.txt'), 'utf8')).resolves.toBe('somebody else');
  });

  it('doctor ends with 1 when something is bad, and says what to do', async () => {
    const bad = { part: 'broker', state: 'bad', symptom: 'không kết nối', cause: 'RabbitMQ dừng', remedy: './truc up' };
    line.answers['GET /api/v1/diagnostics'] = { body: { asOf: TIME, examinations: [bad] } };
    const { code, out } = await line.truc('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/✗ broker: không kết nối\n.*RabbitMQ dừng\n.*→ \.\/truc up/);
  });

  it('doctor ends with 1 when something could not be read', async () => {
    const unread = { part: 'ledger', state: 'unread', symptom: 'không đọc được' };
    line.answers['GET /api/v1/diagnostics'] = { body: { asOf: TIME, examinations: [unread] } };
    const { code, out } = await line.truc('doctor');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('? ledger: không đọc được') as string });
  });

  it('has the hub speak the language of who asks', async () => {
    line.answers['GET /api/v1/diagnostics'] = { body: { asOf: TIME, examinations: [] } };
    await line.truc('doctor');
    await line.truc('doctor', '--lang', 'en');
    expect(line.asked.map(({ language }) => language)).toEqual(['vi', 'en']);
  });

  it('--watch goes on until it is ended, also while the hub is away', async () => {
    const watching = new AbortController();
    line.signal = AbortSignal.any([watching.signal, AbortSignal.timeout(4000)]);
    line.answers['GET /api/v1/systems'] = { status: 503, body: problem('STORE_AWAY', 503) };
    const run = line.truc('systems', '--watch', '0.05');
    await eventually(() => line.asked.length >= 2);
    line.answers['GET /api/v1/systems'] = { body: { items: [{ name: 'h53', codes: ['000.00.00.H53'] }] } };
    const before = line.asked.length;
    await eventually(() => line.asked.length >= before + 3);
    watching.abort();
    const { code, out, err } = await run;
    expect(code).toBe(0);
    expect(err).toContain('STORE_AWAY');
    expect(out.match(/VẮNG/g)?.length).toBeGreaterThan(1);
  });

  it('down says that nothing runs', async () => {
    expect(await line.truc('down')).toMatchObject({ code: 0, out: 'Không có gì đang chạy.\n' });
  });
});
