import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandLine, problem } from '../../../../test/support/command-line.js';

const TIME = '2026-01-02T10:00:00.000+07:00';

let line: CommandLine;
beforeEach(async () => {
  line = await CommandLine.open();
});
afterEach(() => line.close());

describe('truc send', () => {
  it('sends fields and files through the system nearest to the sender', async () => {
    await line.keepSystem('h53', ['000.00.00.H53']);
    await line.keepSystem('ben-cau', ['000.00.31.H53']);
    await writeFile(join(line.data, 'kế hoạch.pdf'), '%PDF');
    line.answers['POST /api/v1/documents'] = {
      status: 202,
      body: { key: 'k', identity: '000.21.31.H53.2026.01/UBND' },
    };
    const { code, out } = await line.truc(
      ...['send', '--from', '000.21.31.H53', '--to', '000.00.00.H53,000.00.00.G22', '--subject', 'Về kế hoạch'],
      ...['--file', join(line.data, 'kế hoạch.pdf'), '--priority', '3'],
    );
    expect(code).toBe(0);
    expect(out).toContain('ben-cau đã nhận gửi 000.21.31.H53.2026.01/UBND');
    expect(line.asked[0]?.authorization).toBe('Bearer its-own-token');
    expect(JSON.parse(line.asked[0]?.body ?? '')).toEqual({
      from: '000.21.31.H53',
      to: ['000.00.00.H53', '000.00.00.G22'],
      subject: 'Về kế hoạch',
      priority: 3,
      files: [{ name: 'kế hoạch.pdf', contentType: 'application/pdf', base64: Buffer.from('%PDF').toString('base64') }],
    });
  });

  it.each([
    [['received', 'received'], 0],
    [['received', 'failed'], 3],
    [['failed', 'failed'], 1],
  ])('with --wait and recipients %p ends with %i', async (states, expected) => {
    await line.keepSystem('h53', ['000.00.00.H53']);
    line.answers['POST /api/v1/documents'] = { status: 202, body: { key: 'k', identity: 'I' } };
    const deliveries = states.map((state, at) => ({ recipient: `000.00.00.G0${at}`, state, status: '' }));
    const document = {
      documentId: 'd',
      identity: 'I',
      sender: '000.00.00.H53',
      subject: 'x',
      acceptedAt: TIME,
      deliveries,
    };
    line.answers['GET /api/v1/documents/I'] = { body: document };
    const { code, out } = await line.truc(
      'send',
      '--from',
      '000.00.00.H53',
      '--to',
      '000.00.00.G00',
      '--subject',
      'x',
      '--wait',
      '5',
    );
    expect(code).toBe(expected);
    expect(out).toContain('000.00.00.G00');
  });

  it('with --wait tells at once that the hub refused', async () => {
    await line.keepSystem('h53', ['000.00.00.H53']);
    line.answers['POST /api/v1/documents'] = { status: 202, body: { key: 'k', identity: 'I' } };
    line.answers['GET /api/v1/documents/I'] = { status: 404, body: problem('DOCUMENT_UNKNOWN', 404) };
    const outgoing = {
      key: 'k',
      identity: 'I',
      from: '000.00.00.H53',
      subject: 'x',
      state: 'refused',
      createdAt: TIME,
    };
    line.answers['GET /api/v1/documents/k?side=outgoing'] = {
      body: { ...outgoing, code: 'SECRET_MARKING', detail: 'MẬT' },
    };
    const { code, err } = await line.truc(
      'send',
      '--from',
      '000.00.00.H53',
      '--to',
      '000.00.00.G00',
      '--subject',
      'x',
      '--wait',
    );
    expect(code).toBe(1);
    expect(err).toContain('SECRET_MARKING: MẬT');
  });
});
